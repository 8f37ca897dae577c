/** The agreements of the commune or startup acted for. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type Actor, communeOfficers, worksForA } from '#platform/actor.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { agreementStatusLabels } from './agreement.labels.ts'
import { listAgreements } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'

const mayList = (actor: Actor) =>
  worksForA(actor, 'commune', ...communeOfficers) ||
  worksForA(actor, 'startup', 'manager', 'member')

export const myAgreementsPage = page('/espace/conventions', {
  load: async (_, { db, actor }) => {
    const agreements =
      mayList(actor) && actor.organisation ? await listAgreements(db, actor.organisation.id) : []
    const names = await listOrganisationNames(
      db,
      agreements.flatMap(({ communeId, startupId }) => [communeId, startupId]),
    )
    return { agreements, names }
  },
  allow: mayList,
  view: ({ agreements, names }, { actor }) => (
    <MyAgreements agreements={agreements} names={names} actor={actor} />
  ),
})

const columns = [
  { key: 'title', label: 'Convention' },
  { key: 'other', label: 'Avec' },
  { key: 'status', label: 'État' },
  { key: 'amount', label: 'Montant', numeric: true },
  { key: 'endsOn', label: 'Jusqu’au' },
]

interface Props {
  readonly agreements: readonly Agreement[]
  readonly names: ReadonlyMap<string, string>
  readonly actor: Actor
}

function MyAgreements({ agreements, names, actor }: Props) {
  return (
    <Page title="Conventions" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {agreements.length === 0 ? (
        <EmptyState title="Aucune convention">
          <p>
            {t(
              'Une convention se prépare depuis un appel attribué, une expérimentation adoptée ou une mise en relation suivie.',
            )}
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Conventions"
          isCaptionHidden
          columns={columns}
          rows={agreements.map((agreement) => {
            const { id, reference, title, communeId, startupId, status, amount, endsOn } = agreement
            const other = actor.organisation?.id === communeId ? startupId : communeId
            return {
              title: <a href={`/espace/conventions/${id}`}>{`${reference} — ${title}`}</a>,
              other: names.get(other) ?? '',
              status: (
                <Tag tone={agreementStatusLabels[status].tone}>
                  {t(agreementStatusLabels[status].label)}
                </Tag>
              ),
              amount: amount > 0 ? formatMoney(amount) : '—',
              endsOn: endsOn ? formatDate(endsOn) : '—',
            }
          })}
        />
      )}
    </Page>
  )
}
