/** Where the commune opens the proposals, and the minutes of that opening (« procès-verbal d’ouverture »). */
import { z } from 'zod'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, page, type Submission, seeOther } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Form,
  Notice,
  Page,
  Table,
  TextArea,
} from '#web/components/index.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getFullCall } from '../calls/call.queries.ts'
import type { Call, FullCall } from '../calls/call.schema.ts'
import { loadCall } from '../calls/move-call.pages.tsx'
import { isCommitteeComplete } from '../committee/committee.rules.ts'
import { listCommittee } from '../committee/member.queries.ts'
import { listBids, type OpenedBid } from './bid.queries.ts'
import { openCall } from './open-call.ts'

const Session = z.object({
  attendees: fields.text({ min: 10, max: 2000, missing: 'Dites qui est présent' }),
  remarks: fields.optionalText(4000),
})

interface Opening {
  readonly call: Call
  readonly isCommitteeReady: boolean
}

const openCallPage = form('/espace/appels/:callId/ouverture', {
  load: async (params: { callId: string }, context: Context): Promise<Opening> => {
    const call = await loadCall(params, context)
    const committee = await listCommittee(context.db, call.id)
    return { call, isCommitteeReady: isCommitteeComplete(committee, call.committeeSize) }
  },
  allow: (actor, { call }) => callPolicy.open(actor, call),
  input: Session,
  invalid: (opening, submission) => <OpenCall {...opening} {...submission} />,
  valid: async ({ call }, session, context) => {
    const count = await openCall(context, call, session)
    return seeOther(
      `/espace/appels/${call.id}/proces-verbal`,
      t('{count, plural, one {Une proposition ouverte.} other {# propositions ouvertes.}}', {
        count,
      }),
    )
  },
})

function OpenCall({
  call,
  isCommitteeReady,
  values,
  errors,
}: Opening & Submission<z.infer<typeof Session>>) {
  const back = `/espace/appels/${call.id}`
  return (
    <Page
      title="Ouvrir les propositions"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      {!isCommitteeReady && <CommitteeMissing call={call} />}
      <p>
        {t(
          'Toutes les propositions s’ouvrent d’un coup. Le procès-verbal dit qui était présent, ce qui a été reçu et à quelle seconde.',
        )}
      </p>
      <Form
        action={`${back}/ouverture`}
        submit="Ouvrir maintenant"
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextArea
          name="attendees"
          label="Personnes présentes"
          hint="Nom et qualité, une par ligne. Les représentants des startups aussi, s’ils sont venus."
          value={values.attendees}
          error={errors.attendees}
          rows={5}
        />
        <TextArea
          name="remarks"
          label="Observations"
          value={values.remarks}
          error={errors.remarks}
          rows={3}
          required={false}
        />
      </Form>
    </Page>
  )
}

function CommitteeMissing({ call }: { call: Call }) {
  const back = `/espace/appels/${call.id}`
  return (
    <Notice kind="warning" title="Le comité n’est pas au complet">
      <p>
        {t('Il faut {size} membres ayant déclaré n’avoir aucun intérêt.', {
          size: call.committeeSize,
        })}{' '}
        <a href={`${back}/comite`}>{t('Voir le comité')}</a>
      </p>
    </Notice>
  )
}

interface Minutes {
  readonly full: FullCall
  readonly bids: readonly OpenedBid[]
}

const openingMinutesPage = page('/espace/appels/:callId/proces-verbal', {
  load: async ({ callId }: { callId: string }, context: Context): Promise<Minutes> => {
    const full = await getFullCall(context.db, callId)
    return { full, bids: full.call.openedAt ? await listBids(context, full.call) : [] }
  },
  allow: (actor, { full }) => callPolicy.follow(actor, full.call) && full.call.openedAt !== null,
  view: (minutes) => <OpeningMinutes {...minutes} />,
})

const columns = [
  { key: 'name', label: 'Reçue de' },
  { key: 'receipt', label: 'Accusé' },
  { key: 'sealedAt', label: 'Scellée le' },
  { key: 'prices', label: 'Prix' },
]

function OpeningMinutes({ full, bids }: Minutes) {
  const { call } = full
  return (
    <Page
      title="Procès-verbal d’ouverture"
      kicker={call.reference ?? ''}
      breadcrumbs={[{ label: call.title, href: `/espace/appels/${call.id}` }]}
    >
      <DefinitionList
        items={[
          { term: 'Date limite', value: call.deadline ? formatDateTime(call.deadline) : '' },
          { term: 'Ouverture', value: call.openedAt ? formatDateTime(call.openedAt) : '' },
          { term: 'Présents', value: <span class="prose">{call.openingAttendees}</span> },
          ...(call.openingRemarks
            ? [{ term: 'Observations', value: <span class="prose">{call.openingRemarks}</span> }]
            : []),
        ]}
      />
      <Table
        caption="Propositions reçues dans le délai"
        columns={columns}
        rows={bids.map((bid) => ({
          name: bid.name,
          receipt: bid.receipt,
          sealedAt: formatDateTime(bid.sealedAt),
          prices: bid.content
            ? listPrices(bid.content, full)
            : t('L’enveloppe n’a pas pu être ouverte : son contenu a été altéré.'),
        }))}
      />
      <Actions>
        <ButtonLink kind="quiet" href={`/espace/appels/${call.id}/proces-verbal.pdf`}>
          Procès-verbal en PDF
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/espace/appels/${call.id}/proces-verbal.docx`}>
          En Word
        </ButtonLink>
      </Actions>
      <p class="soft">
        {t(
          'Les propositions arrivées à la date limite ou après ont été refusées par la plateforme, et sont restées chez leurs auteurs.',
        )}
      </p>
    </Page>
  )
}

/** The price of each lot answered, as read out at the opening. */
export function listPrices(
  { prices }: NonNullable<OpenedBid['content']>,
  { lots }: Pick<FullCall, 'lots'>,
): string {
  return lots
    .flatMap(({ id, title }) => {
      const price = prices.find(({ lotId }) => lotId === id)
      if (!price) return []
      return [
        lots.length > 1 ? `${title} : ${formatMoney(price.amount)}` : formatMoney(price.amount),
      ]
    })
    .join(' ; ')
}

export const openCallPages = [openCallPage, openingMinutesPage]
