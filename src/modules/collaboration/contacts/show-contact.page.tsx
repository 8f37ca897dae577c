/** A contact as both sides see it: where it stands, what each may do now, the thread, the history. */

import type { z } from 'zod'
import { listOrganisationNames, listPersonNames, signAssistance } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, type FormErrors, type FormValues, form, seeOther } from '#platform/web.ts'
import { listSteps } from '#platform/workflow.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Form,
  Page,
  Tag,
  TextArea,
  Thread,
} from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import { writeMessage } from './contact.actions.ts'
import { contactStatusLabels, contactStepLabels } from './contact.labels.ts'
import { contactPolicy } from './contact.policy.ts'
import { type ContactMessage, getContact, listMessages } from './contact.queries.ts'
import { type Contact, WriteMessage } from './contact.schema.ts'
import { type ContactStep, contactWorkflow } from './contact.workflow.ts'

interface Shown {
  readonly contact: Contact
  /** Where the commune may try what it was shown. */
  readonly tryHref: string | null
  readonly messages: readonly ContactMessage[]
  readonly events: readonly HistoryLine[]
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

export const showContactPage = form('/espace/contacts/:contactId', {
  load: ({ contactId }, context) => loadShown(contactId, context),
  allow: (actor, { contact }) => contactPolicy.read(actor, contact),
  input: WriteMessage,
  invalid: (shown, { values, errors }, { actor }) => (
    <ShowContact {...shown} values={values} errors={errors} actor={actor} />
  ),
  valid: async ({ contact }, { body }, context) => {
    await writeMessage(context, contact, body)
    return seeOther(`/espace/contacts/${contact.id}`, 'Message envoyé.')
  },
})

async function loadShown(contactId: string, { db, actor }: Context): Promise<Shown> {
  const contact = await getContact(db, contactId)
  const messages = await listMessages(db, contactId)
  const events = await listHistory(db, 'collaboration.contactEvent', { contactId })
  return {
    contact,
    tryHref: await findTryHref(db, contact, actor),
    messages,
    events,
    organisations: await listOrganisationNames(db, [contact.communeId, contact.startupId]),
    people: await listPersonNames(db, [
      contact.openedBy,
      ...messages.map((message) => message.authorId),
    ]),
  }
}

const triedStatuses = ['demonstrated', 'followedUp']

async function findTryHref(db: Context['db'], contact: Contact, actor: Actor) {
  if (!contactPolicy.followUp(actor, contact) || !triedStatuses.includes(contact.status))
    return null
  const need = await getNeed(db, contact.needId)
  if (!needPolicy.contact(actor, need)) return null
  return `/espace/besoins/${need.id}/experimenter?solution=${contact.solutionId}`
}

interface Props extends Shown {
  readonly values: FormValues<z.infer<typeof WriteMessage>>
  readonly errors: FormErrors<z.infer<typeof WriteMessage>>
  readonly actor: Actor
}

function ShowContact(props: Props) {
  const { contact, tryHref, messages, events, organisations, people, errors, actor } = props
  const status = contactStatusLabels[contact.status]
  return (
    <Page
      title={t('{reference} : {solution}', {
        reference: contact.reference,
        solution: contact.solutionName,
      })}
      errors={errors}
      breadcrumbs={[{ label: 'Mises en relation', href: '/espace/contacts' }]}
    >
      <p class="meta">
        <Tag tone={status.tone}>{t(status.label)}</Tag>
      </p>
      <DefinitionList items={listFacts(contact, organisations)} />
      <NextSteps contact={contact} tryHref={tryHref} actor={actor} />
      <h2>{t('Échanges')}</h2>
      <Thread messages={toThread(contact, messages, organisations, people, actor)} />
      {contactPolicy.write(actor, contact) && <WriteBox {...props} />}
      <StepHistory
        lines={events}
        labels={contactStepLabels}
        by={({ organisationId }) => organisations.get(organisationId ?? '')}
      />
    </Page>
  )
}

function WriteBox({ contact, values, errors }: Props) {
  return (
    <Form action={`/espace/contacts/${contact.id}`} submit="Envoyer le message">
      <TextArea
        name="body"
        label="Votre message"
        value={values.body}
        error={errors.body}
        rows={4}
      />
    </Form>
  )
}

function listFacts(contact: Contact, organisations: ReadonlyMap<string, string>) {
  const facts: { term: string; value: string | null }[] = [
    { term: 'Commune', value: organisations.get(contact.communeId) ?? null },
    { term: 'Startup', value: organisations.get(contact.startupId) ?? null },
    { term: 'Besoin', value: `${contact.needReference} ${contact.needTitle}` },
    {
      term: 'Réponse attendue avant le',
      value: contact.status === 'sent' ? formatDateTime(contact.answerDueAt) : null,
    },
    {
      term: 'Dates proposées',
      value:
        contact.status === 'sent'
          ? contact.proposedDates.map(formatDateTime).join(' ; ') || null
          : null,
    },
    {
      term: 'Démonstration',
      value: contact.demonstrationAt ? formatDateTime(contact.demonstrationAt) : null,
    },
    { term: 'Lieu', value: contact.demonstrationPlace || null },
    { term: 'Motif', value: contact.declineReason ?? contact.outcomeReason },
    { term: 'Suite prévue', value: contact.outcomeNext },
  ]
  return facts.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
}

/** The first message is the one the contact was opened with. */
function toThread(
  contact: Contact,
  messages: readonly ContactMessage[],
  organisations: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
  actor: Actor,
) {
  const opening = {
    id: contact.id,
    authorId: contact.openedBy,
    authorOrganisationId: contact.communeId,
    assistanceId: null,
    body: contact.message,
    sentAt: contact.openedAt,
  }
  return [opening, ...messages].map((message) => ({
    at: message.sentAt,
    ...nameAuthor(message, organisations, people),
    body: message.body,
    mine: message.authorOrganisationId === actor.organisation?.id,
  }))
}

function nameAuthor(
  { authorId, authorOrganisationId, assistanceId }: Omit<ContactMessage, 'body' | 'sentAt'>,
  organisations: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
) {
  const author = people.get(authorId) ?? ''
  const organisation = organisations.get(authorOrganisationId) ?? ''
  return assistanceId ? { author: signAssistance(author, organisation) } : { author, organisation }
}

const stepPages: readonly { step: ContactStep; path: string; label: string; kind?: 'quiet' }[] = [
  { step: 'accept', path: 'accepter', label: 'Accepter' },
  { step: 'schedule', path: 'date', label: 'Fixer la date' },
  { step: 'demonstrate', path: 'demonstration', label: 'La démonstration a eu lieu' },
  { step: 'followUp', path: 'issue', label: 'Dire la suite donnée' },
  { step: 'decline', path: 'decliner', label: 'Décliner', kind: 'quiet' },
  { step: 'withdraw', path: 'retirer', label: 'Retirer', kind: 'quiet' },
]

function NextSteps({ contact, tryHref, actor }: Pick<Props, 'contact' | 'tryHref' | 'actor'>) {
  const open = listSteps(contactWorkflow, contact.status)
  const possible = stepPages.filter(
    ({ step }) => open.includes(step) && contactPolicy[step](actor, contact),
  )
  if (possible.length === 0 && !tryHref) return null
  return (
    <Actions>
      {possible.map(({ step, path, label, kind }) => (
        <ButtonLink key={step} href={`/espace/contacts/${contact.id}/${path}`} kind={kind}>
          {label}
        </ButtonLink>
      ))}
      {tryHref && (
        <ButtonLink href={tryHref} kind="quiet">
          Préparer une expérimentation
        </ButtonLink>
      )}
    </Actions>
  )
}
