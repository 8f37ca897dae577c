/** Searching the catalogue: words that forgive accents and slips, facets with counts, pages by key. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { type CatalogueEntry, selectEntries } from './catalogue-entry.queries.ts'
import type { CatalogueSearch } from './catalogue-query.rules.ts'
import type { Cursor, Sort } from './cursor.rules.ts'
import { matchFacets, matchWords } from './facet.conditions.ts'
import { countFacets } from './facet-counts.queries.ts'
import type { FacetCounts } from './facet-counts.rules.ts'
import { type Understanding, understandWords } from './understand-words.queries.ts'

export interface CatalogueResult {
  readonly entries: readonly CatalogueEntry[]
  readonly understood: Understanding
  readonly counts: FacetCounts
  readonly next?: Cursor
  readonly previous?: Cursor
}

export const pageSize = 20

export async function searchCatalogue(db: Db, search: CatalogueSearch): Promise<CatalogueResult> {
  const understood = await understandWords(db, search.words)
  const counts = await countFacets(db, search, understood.query)
  const page = await listPage(db, search, understood.query)
  return { understood, counts, ...page }
}

/** Beyond that, a search narrows it. */
const mostFound = 5000

/** All that a search finds, by name, without its pages. */
export async function listFound(db: Db, search: CatalogueSearch): Promise<CatalogueEntry[]> {
  const { query } = await understandWords(db, search.words)
  return selectEntries(db)
    .where(matchWords(query))
    .where(matchFacets(search))
    .orderBy('name')
    .orderBy('solutionId')
    .limit(mostFound)
    .execute()
}

interface Order {
  readonly by: (query: string) => RawBuilder<unknown>
  /** What a cursor is read back as. */
  readonly type: RawBuilder<unknown>
  readonly direction: 'asc' | 'desc'
}

const orders: Record<Sort, Order> = {
  pertinence: {
    by: (query) => sql`ts_rank(document, ${query}::tsquery)`,
    type: sql`real`,
    direction: 'desc',
  },
  recentes: { by: () => sql`published_at`, type: sql`timestamptz`, direction: 'desc' },
  nom: { by: () => sql`name`, type: sql`text`, direction: 'asc' },
  utilisees: { by: () => sql`confirmed_uses`, type: sql`int`, direction: 'desc' },
  notees: { by: () => sql`coalesce(rating_average, 0)`, type: sql`numeric`, direction: 'desc' },
}

type KeyedEntry = CatalogueEntry & { readonly sortKey: string }

async function listPage(db: Db, search: CatalogueSearch, query: string) {
  const isBackward = search.before !== null
  const cursor = search.before ?? search.after
  const { by, type, direction } = orders[search.sort]
  const key = by(query)
  const isRising = (direction === 'asc') !== isBackward
  const way = isRising ? sql`asc` : sql`desc`
  const beyond = isRising ? sql`>` : sql`<`
  const rows = await selectEntries(db)
    .select(sql<string>`(${key})::text`.as('sortKey'))
    .where(matchWords(query))
    .where(matchFacets(search))
    .$if(cursor !== null, (found) =>
      found.where(
        sql<boolean>`(${key}, solution_id) ${beyond} (${cursor?.key}::${type}, ${cursor?.id}::uuid)`,
      ),
    )
    .orderBy(sql`${key} ${way}`)
    .orderBy(sql`solution_id ${way}`)
    .limit(pageSize + 1)
    .execute()
  return toPage(rows, cursor !== null, isBackward)
}

/** The row too many tells that there is more on that side; the side one came from always has more. */
function toPage(rows: readonly KeyedEntry[], hasCursor: boolean, isBackward: boolean) {
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
