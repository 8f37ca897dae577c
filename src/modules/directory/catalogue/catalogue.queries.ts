/** Searching the catalogue: words that forgive accents and slips, facets with counts, pages by key. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { type CatalogueEntry, selectEntries } from './catalogue-entry.queries.ts'
import type { CatalogueSearch, Cursor, FacetName, Sort } from './catalogue-query.rules.ts'

type Condition = RawBuilder<boolean>

/** How the words were understood: as they are, or as the nearest spelling that finds something. */
export type Reading = 'exact' | 'similar'

export interface CatalogueResult {
  readonly entries: readonly CatalogueEntry[]
  readonly total: number
  readonly reading: Reading
  readonly facets: ReadonlyMap<string, number>
  readonly next?: Cursor
  readonly previous?: Cursor
}

export const pageSize = 20

export async function searchCatalogue(db: Db, search: CatalogueSearch): Promise<CatalogueResult> {
  const exact = await countFacets(db, search, 'exact')
  const reading: Reading = search.words !== '' && countTotal(exact) === 0 ? 'similar' : 'exact'
  const facets = reading === 'exact' ? exact : await countFacets(db, search, 'similar')
  const { entries, ...places } = await listPage(db, search, reading)
  return { entries, reading, facets, total: countTotal(facets), ...places }
}

const countTotal = (facets: ReadonlyMap<string, number>) => facets.get('total') ?? 0

function matchWords(words: string, reading: Reading): Condition {
  if (words === '') return sql<boolean>`true`
  if (reading === 'exact')
    return sql<boolean>`document @@ websearch_to_tsquery('platform.fr', ${words})`
  return sql<boolean>`platform.fold(${words}) <% words`
}

/** One condition per facet; values of one facet widen it, facets narrow each other. */
const facetConditions: Record<FacetName, (values: readonly string[]) => Condition> = {
  domaine: (values) => sql<boolean>`domains && ${[...values]}::text[]`,
  connexion: (values) => sql<boolean>`min_connectivity = any(${[...values]}::text[])`,
  hebergement: (values) => sql<boolean>`hosting = any(${[...values]}::text[])`,
  licence: (values) => sql<boolean>`licence = any(${[...values]}::text[])`,
  langue: (values) => sql<boolean>`languages && ${[...values]}::text[]`,
  atout: (values) =>
    sql<boolean>`${sql.join(
      values.map((value) => assets[value] ?? sql`true`),
      sql` and `,
    )}`,
}

/** What a solution has or has not. */
const assets: Record<string, Condition> = {
  'hors-ligne': sql<boolean>`works_offline`,
  confirmee: sql<boolean>`confirmed_uses > 0`,
  label: sql<boolean>`(has_label and label_expires_on >= current_date)`,
  gratuite: sql<boolean>`(coalesce(price_setup, 0) + coalesce(price_yearly, 0) + coalesce(price_per_inhabitant, 0) + coalesce(price_per_user, 0) = 0
    and price_setup is not null)`,
}
export const assetNames = Object.keys(assets)

function matchFacets(search: CatalogueSearch, except?: FacetName): Condition {
  const conditions = Object.entries(search.chosen)
    .filter(([name, values]) => name !== except && values.length > 0)
    .map(([name, values]) => facetConditions[name as FacetName](values))
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/**
 * Every count of every facet, and the total, in one statement: the found rows are kept once, and each facet counts
 * what the other facets leave.
 */
async function countFacets(
  db: Db,
  search: CatalogueSearch,
  reading: Reading,
): Promise<Map<string, number>> {
  const others = (name: FacetName) => matchFacets(search, name)
  const { rows } = await sql<{ facet: string; value: string; count: number }>`
    with found as materialized (
      select domains, min_connectivity, hosting, licence, languages, works_offline, confirmed_uses, has_label, label_expires_on,
        price_setup, price_yearly, price_per_inhabitant, price_per_user
      from directory.catalogue_entry where ${matchWords(search.words, reading)})
    select 'total' as facet, '' as value, count(*)::int as count from found where ${matchFacets(search)}
    union all select 'domaine', value, count(*)::int from found, unnest(domains) as value where ${others('domaine')} group by value
    union all select 'connexion', min_connectivity, count(*)::int from found where ${others('connexion')} group by 2
    union all select 'hebergement', hosting, count(*)::int from found where ${others('hebergement')} group by 2
    union all select 'licence', licence, count(*)::int from found where ${others('licence')} group by 2
    union all select 'langue', value, count(*)::int from found, unnest(languages) as value where ${others('langue')} group by value
    union all select 'atout', asset.name, count(*)::int from found,
      lateral (values ${sql.join(assetNames.map((name) => sql`(${name}, ${assets[name]})`))}) as asset(name, has)
      where asset.has and ${matchFacets(search)} group by asset.name`.execute(db)
  return new Map(
    rows.map(({ facet, value, count }) => [
      facet === 'total' ? 'total' : `${facet}:${value}`,
      count,
    ]),
  )
}

interface Order {
  /** What is sorted by, as an expression and as the type a cursor is read back with. */
  readonly by: (search: CatalogueSearch, reading: Reading) => RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
  readonly direction: 'asc' | 'desc'
}

const orders: Record<Sort, Order> = {
  pertinence: {
    by: ({ words }, reading) =>
      reading === 'exact'
        ? sql`ts_rank_cd(document, websearch_to_tsquery('platform.fr', ${words}))`
        : sql`word_similarity(platform.fold(${words}), words)`,
    type: sql`real`,
    direction: 'desc',
  },
  recentes: { by: () => sql`published_at`, type: sql`timestamptz`, direction: 'desc' },
  nom: { by: () => sql`name`, type: sql`text`, direction: 'asc' },
  utilisees: { by: () => sql`confirmed_uses`, type: sql`int`, direction: 'desc' },
  notees: { by: () => sql`coalesce(rating_average, 0)`, type: sql`numeric`, direction: 'desc' },
}

type KeyedEntry = CatalogueEntry & { readonly sortKey: string }

async function listPage(db: Db, search: CatalogueSearch, reading: Reading) {
  const isBackward = search.before !== null
  const cursor = search.before ?? search.after
  const order =
    orders[search.sort === 'pertinence' && search.words === '' ? 'recentes' : search.sort]
  const key = order.by(search, reading)
  const direction = (order.direction === 'desc') === isBackward ? sql`asc` : sql`desc`
  const comparison = (order.direction === 'desc') === isBackward ? sql`>` : sql`<`
  let query = selectEntries(db)
    .select(sql<string>`(${key})::text`.as('sortKey'))
    .where(matchWords(search.words, reading))
    .where(matchFacets(search))
  if (cursor)
    query = query.where(
      sql<boolean>`(${key}, solution_id) ${comparison} (${cursor.key}::${order.type}, ${cursor.id}::uuid)`,
    )
  const rows = (await query
    .orderBy(sql`${key} ${direction}`)
    .orderBy(sql`solution_id ${direction}`)
    .limit(pageSize + 1)
    .execute()) as KeyedEntry[]
  return toPage(rows, cursor !== null, isBackward)
}

/** The row too many tells that there is more on that side; the side one came from always has more. */
function toPage(rows: KeyedEntry[], hasCursor: boolean, isBackward: boolean) {
  const hasMore = rows.length > pageSize
  const shown = isBackward ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize)
  const [first, last] = [shown[0], shown.at(-1)]
  const hasNext = isBackward || hasMore
  const hasPrevious = isBackward ? hasMore : hasCursor
  return {
    entries: shown,
    ...(hasNext && last && { next: { key: last.sortKey, id: last.solutionId } }),
    ...(hasPrevious && first && { previous: { key: first.sortKey, id: first.solutionId } }),
  }
}
