/** The published needs of communes, newest first, for startups to look through. */
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { cutPage, encodeCursor } from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  ButtonLink,
  Card,
  CardList,
  Checkbox,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { mayStartNeed } from './need.policy.ts'
import { listPublishedNeeds, type NeedFilter, type PublishedNeed } from './need.queries.ts'
import { readListQuery } from './need-list.rules.ts'

const pageSize = 20

interface Listing {
  readonly filter: NeedFilter
  readonly needs: readonly PublishedNeed[]
  readonly communeNames: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const listNeedsPage = page('/besoins', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing, { actor }) => <NeedList {...listing} mayStart={mayStartNeed(actor, null)} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const { filter, cursor } = readListQuery(query)
  const found = await listPublishedNeeds(db, filter, cursor, pageSize)
  const { rows: needs, last } = cutPage(found, pageSize)
  const communeNames = await listCommuneNames(
    db,
    needs.map((need) => need.communeId),
  )
  return { filter, needs, communeNames, ...(last && { nextHref: hrefAfter(filter, last) }) }
}

function hrefAfter(filter: NeedFilter, last: PublishedNeed): string {
  const query = toQuery(filter)
  query.set('apres', encodeCursor({ publishedAt: last.publishedAt.toISOString(), id: last.id }))
  return `/besoins?${query}`
}

function workbookHref(filter: NeedFilter): string {
  const query = toQuery(filter).toString()
  return query ? `/besoins.xlsx?${query}` : '/besoins.xlsx'
}

function toQuery({ words, domain, isGrouped }: NeedFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (domain) query.set('domaine', domain)
  if (isGrouped) query.set('groupes', 'on')
  return query
}

function NeedList({
  filter,
  needs,
  communeNames,
  nextHref,
  mayStart,
}: Listing & { mayStart: boolean }) {
  return (
    <Page
      title="Les besoins des communes"
      description="Ce que les communes du Bénin cherchent à résoudre, dit avec leurs mots."
      feed="/besoins.atom"
    >
      {mayStart && <ButtonLink href="/espace/besoins/nouveau">Exprimer un besoin</ButtonLink>}
      <NeedSearch filter={filter} />
      {needs.length === 0 ? (
        <EmptyState title="Aucun besoin ne correspond">
          <p>
            {t(
              'Élargissez la recherche, ou revenez plus tard : les communes publient régulièrement.',
            )}
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {needs.map((need) => (
            <NeedCard
              key={need.id}
              need={need}
              communeName={communeNames.get(need.communeId) ?? ''}
            />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
      <p>
        <a href={workbookHref(filter)}>{t('Tous ces besoins en tableur (.xlsx)')}</a>
      </p>
    </Page>
  )
}

function NeedSearch({ filter }: { filter: NeedFilter }) {
  const options = choicesOf(domainLabels)
  return (
    <GetForm action="/besoins" submit="Filtrer">
      <SearchBox name="q" label="Mots cherchés" value={filter.words} />
      <Select
        name="domaine"
        label="Domaine"
        value={filter.domain ?? ''}
        options={[{ value: '', label: 'Tous les domaines' }, ...options]}
      />
      <Checkbox
        name="groupes"
        label="Besoins groupés seulement"
        value={filter.isGrouped ? 'on' : ''}
      />
    </GetForm>
  )
}

export function NeedCard({ need, communeName }: { need: PublishedNeed; communeName: string }) {
  return (
    <Card title={need.title} href={`/besoins/${need.reference}`}>
      <p class="meta">
        {t('{commune}, publié le {date}', {
          commune: communeName,
          date: formatDate(need.publishedAt),
        })}
      </p>
      <p>{shorten(need.expectedOutcome)}</p>
      <p class="tags">
        {need.domains.slice(0, 3).map((code) => (
          <Tag key={code} tone="neutral">
            {t(domainLabels[code] ?? code)}
          </Tag>
        ))}
        {need.joinerCount > 0 && (
          <Tag tone="info">{t('Groupé : {count} communes', { count: need.joinerCount + 1 })}</Tag>
        )}
        {need.urgency === 'high' && <Tag tone="warning">{t('Urgent')}</Tag>}
        {need.budgetMax !== null && (
          <Tag tone="neutral">{t('Jusqu’à {amount}', { amount: formatMoney(need.budgetMax) })}</Tag>
        )}
      </p>
    </Card>
  )
}

function shorten(text: string): string {
  return text.length > 180 ? `${text.slice(0, 177).trimEnd()}…` : text
}
