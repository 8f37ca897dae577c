/** One question between two communes: the thread, and how it ends. */

import { z } from 'zod'
import { listCatalogueEntries } from '#modules/directory/index.ts'
import { listOrganisationNames, listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  type FormErrors,
  type FormValues,
  form,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { listSteps } from '#platform/workflow.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Form,
  Page,
  Tag,
  TextArea,
  Thread,
} from '#web/components/index.tsx'
import { closeEnquiry, declineEnquiry, writeToPeer } from './peer.actions.ts'
import { peerStatusLabels } from './peer.labels.ts'
import { peerPolicy } from './peer.policy.ts'
import { getEnquiry, listPeerMessages, type PeerMessage } from './peer.queries.ts'
import { DeclinePeer, type PeerEnquiry, WriteToPeer } from './peer.schema.ts'
import { type PeerStep, peerWorkflow } from './peer.workflow.ts'

const addressOf = ({ id }: PeerEnquiry) => `/espace/pairs/${id}`

interface Shown {
  readonly enquiry: PeerEnquiry
  readonly messages: readonly PeerMessage[]
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  /** Absent once the solution left the catalogue. */
  readonly solutionSlug: string | undefined
}

export const showPeerPage = form('/espace/pairs/:enquiryId', {
  load: loadShown,
  allow: (actor, { enquiry }) => peerPolicy.read(actor, enquiry),
  input: WriteToPeer,
  invalid: (shown, submission, { actor }) => <ShowPeer {...shown} {...submission} actor={actor} />,
  valid: async ({ enquiry }, { body }, context) => {
    await writeToPeer(context, enquiry, body)
    return seeOther(addressOf(enquiry), 'Message envoyé.')
  },
})

async function loadShown({ enquiryId }: { enquiryId: string }, { db }: Context): Promise<Shown> {
  const enquiry = await getEnquiry(db, enquiryId)
  const messages = await listPeerMessages(db, enquiryId)
  const [solution] = await listCatalogueEntries(db, [enquiry.solutionId])
  return {
    enquiry,
    messages,
    solutionSlug: solution?.slug,
    organisations: await listOrganisationNames(db, [
      enquiry.askingCommuneId,
      enquiry.askedCommuneId,
    ]),
    people: await listPersonNames(
      db,
      messages.map((message) => message.authorId),
    ),
  }
}

interface Props extends Shown {
  readonly values: FormValues<z.infer<typeof WriteToPeer>>
  readonly errors: FormErrors<z.infer<typeof WriteToPeer>>
  readonly actor: Actor
}

function ShowPeer({ messages, organisations, people, values, errors, ...shown }: Props) {
  const { enquiry, actor } = shown
  const base = addressOf(enquiry)
  const status = peerStatusLabels[enquiry.status]
  return (
    <Page
      title={t('{reference} : {solution}', {
        reference: enquiry.reference,
        solution: enquiry.solutionName,
      })}
      errors={errors}
      breadcrumbs={[{ label: 'Échanges entre communes', href: '/espace/pairs' }]}
    >
      <p class="meta">
        <Tag tone={status.tone}>{t(status.label)}</Tag>{' '}
        {enquiry.status === 'sent' && (
          <>{t('avant le {date}', { date: formatDate(enquiry.answerDueAt) })} · </>
        )}
        {t('{asking} demande à {asked}', {
          asking: organisations.get(enquiry.askingCommuneId) ?? '',
          asked: organisations.get(enquiry.askedCommuneId) ?? '',
        })}
      </p>
      <Thread
        messages={messages.map((message) => ({
          at: message.sentAt,
          author: people.get(message.authorId) ?? '',
          organisation: organisations.get(message.authorOrganisationId) ?? '',
          body: message.body,
          mine: message.authorOrganisationId === actor.organisation?.id,
        }))}
      />
      {peerPolicy.write(actor, enquiry) && (
        <Form action={base} submit="Envoyer">
          <TextArea
            name="body"
            label="Votre message"
            value={values.body}
            error={errors.body}
            rows={5}
          />
        </Form>
      )}
      <WaysOn {...shown} />
    </Page>
  )
}

function WaysOn({
  enquiry,
  actor,
  solutionSlug,
}: Pick<Props, 'enquiry' | 'actor' | 'solutionSlug'>) {
  const isToAskAgain = enquiry.status === 'declined' && !peerPolicy.answer(actor, enquiry)
  const may = (step: PeerStep) =>
    listSteps(peerWorkflow, enquiry.status).includes(step) && peerPolicy[step](actor, enquiry)
  return (
    <Actions>
      {may('decline') && (
        <ButtonLink href={`${addressOf(enquiry)}/decliner`} kind="quiet">
          Nous ne pouvons pas répondre
        </ButtonLink>
      )}
      {may('close') && (
        <ActionButton
          action={`${addressOf(enquiry)}/clore`}
          label="Clore l’échange"
          kind="quiet"
          confirm="Il restera lisible, mais plus personne n’y écrira."
        />
      )}
      {isToAskAgain && solutionSlug && (
        <ButtonLink href={`/solutions/${solutionSlug}/pairs`} kind="quiet">
          Demander à une autre commune
        </ButtonLink>
      )}
    </Actions>
  )
}

export const declinePeerPage = form('/espace/pairs/:enquiryId/decliner', {
  load: ({ enquiryId }, { db }) => getEnquiry(db, enquiryId),
  allow: peerPolicy.decline,
  input: DeclinePeer,
  invalid: (enquiry, submission) => <Decline enquiry={enquiry} {...submission} />,
  valid: async (enquiry, { reason }, context) => {
    await declineEnquiry(context, enquiry, reason)
    return seeOther(addressOf(enquiry), 'La commune est prévenue.')
  },
})

function Decline({
  enquiry,
  values,
  errors,
}: Submission<z.infer<typeof DeclinePeer>> & { enquiry: PeerEnquiry }) {
  const back = `/espace/pairs/${enquiry.id}`
  return (
    <Page
      title="Ne pas répondre à cette question"
      errors={errors}
      breadcrumbs={[{ label: enquiry.reference, href: back }]}
    >
      <Form
        action={`${back}/decliner`}
        submit="Décliner"
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextArea
          name="reason"
          label="Pourquoi"
          hint="L’autre commune recevra ce texte."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
      </Form>
    </Page>
  )
}

export const closePeerAction = action('/espace/pairs/:enquiryId/clore', {
  load: ({ enquiryId }, { db }) => getEnquiry(db, enquiryId),
  allow: peerPolicy.close,
  input: z.object({}),
  back: (enquiry) => `/espace/pairs/${enquiry.id}`,
  act: async (enquiry, _, context) => {
    await closeEnquiry(context, enquiry)
    return seeOther(addressOf(enquiry), 'L’échange est clos.')
  },
})
