/** The calls of communes, newest first, those that still take proposals before anything else. */
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  Checkbox,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { callMechanismLabels } from './call.labels.ts'
import {
  type CallFilter,
  listPublishedCalls,
  type PublishedCall,
  readClock,
} from './call.queries.ts'
import { StageTag } from './call-body.view.tsx'

const pageSize = 20

interface Listing {
  readonly filter: CallFilter
  readonly calls: readonly PublishedCall[]
  readonly communeNames: ReadonlyMap<string, string>
  readonly clock: Date
  readonly nextHref?: string
}

/** Not kept as a public page: what is open depends on the second it is read. */
export const listCallsPage = page('/appels', {
  load: loadListing,
  allow: everyone,
  view: (listing) => <CallList {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const { filter, cursor } = readListQuery(query)
  const clock = await readClock(db)
  const found = await listPublishedCalls(db, filter, cursor, pageSize, clock)
  const { rows: calls, last } = cutPage(found, pageSize)
  const communeNames = await listCommuneNames(
    db,
    calls.map(({ communeId }) => communeId),
  )
  return { filter, calls, communeNames, clock, ...(last && { nextHref: hrefAfter(filter, last) }) }
}

function readListQuery(query: Context['query']) {
  const domain = readQueryText(query.domaine).slice(0, 60) || null
  const filter: CallFilter = { domain, isOpen: query.ouverts === 'on' }
  return { filter, cursor: decodeCursor(readQueryText(query.apres)) }
}

function hrefAfter({ domain, isOpen }: CallFilter, last: PublishedCall): string {
  const query = new URLSearchParams({
    ...(domain && { domaine: domain }),
    ...(isOpen && { ouverts: 'on' }),
    apres: encodeCursor({ publishedAt: last.publishedAt.toISOString(), id: last.id }),
  })
  return `/appels?${query}`
}

function CallList({ filter, calls, communeNames, clock, nextHref }: Listing) {
  return (
    <Page
      title="Les appels des communes"
      lead="Demandes de cotation, appels à solutions, appels groupés, défis. Les propositions restent scellées jusqu’à la date limite."
      feed="/appels.atom"
    >
      <GetForm action="/appels" submit="Filtrer">
        <Select
          name="domaine"
          label="Domaine"
          value={filter.domain ?? ''}
          empty="Tous les domaines"
          options={choicesOf(domainLabels)}
        />
        <Checkbox
          name="ouverts"
          label="Ouverts aux propositions seulement"
          value={filter.isOpen ? 'on' : ''}
        />
      </GetForm>
      {calls.length === 0 ? (
        <EmptyState title="Aucun appel ne correspond">
          <p>
            {t(
              'Élargissez la recherche, ou suivez les besoins publiés : un appel en naît souvent.',
            )}
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {calls.map((call) => (
            <CallCard
              key={call.id}
              call={call}
              communeName={communeNames.get(call.communeId) ?? ''}
              clock={clock}
            />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

interface CallCardProps {
  readonly call: PublishedCall
  readonly communeName: string
  readonly clock: Date
}

export function CallCard({ call, communeName, clock }: CallCardProps) {
  const { title, reference, mechanism, deadline, budgetMax, showsBudget, partyIds } = call
  return (
    <Card
      title={title}
      href={`/appels/${reference}`}
      kicker={t(callMechanismLabels[mechanism])}
      tags={<StageTag call={call} now={clock} />}
    >
      <p class="meta">
        {communeName}
        {partyIds.length > 1 &&
          t(' et {count, plural, one {une autre commune} other {# autres communes}}', {
            count: partyIds.length - 1,
          })}
      </p>
      {deadline && <p>{t('Propositions jusqu’au {date}', { date: formatDateTime(deadline) })}</p>}
      {showsBudget && budgetMax !== null && (
        <p class="tags">
          <Tag>{t('Jusqu’à {amount}', { amount: formatMoney(budgetMax) })}</Tag>
        </p>
      )}
    </Card>
  )
}
