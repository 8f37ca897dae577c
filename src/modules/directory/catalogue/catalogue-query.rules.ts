/** The address of a catalogue search: read leniently, written back exactly. */
import { type Cursor, decodeCursor, encodeCursor, type Sort, sorts } from './cursor.rules.ts'

/** The facets somebody may choose in, by the name they bear in the address. */
export const facetNames = [
  'domaine',
  'connexion',
  'cout',
  'atout',
  'hebergement',
  'licence',
  'langue',
] as const
export type FacetName = (typeof facetNames)[number]

export interface CatalogueSearch {
  readonly words: string
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>
  readonly sort: Sort
  readonly after: Cursor | null
  readonly before: Cursor | null
  /** The solutions somebody is putting side by side while they search. */
  readonly compared: readonly string[]
}

type Query = Readonly<Record<string, string | string[] | undefined>>

const mostValues = 12
const mostWords = 8
export const mostCompared = 4

export function readSearch(query: Query): CatalogueSearch {
  const words = readText(query.q).slice(0, 200)
  const wanted = readText(query.tri)
  const known = sorts.find((name) => name === wanted)
  const sort = known === undefined || (known === 'pertinence' && !words) ? usual(words) : known
  const chosen = Object.fromEntries(
    facetNames.map((name) => [name, readList(query[name])]),
  ) as unknown as CatalogueSearch['chosen']
  return {
    words,
    chosen,
    sort,
    after: decodeCursor(readText(query.apres), sort),
    before: decodeCursor(readText(query.avant), sort),
    compared: readList(query.comparer).slice(0, mostCompared),
  }
}

/** Without words nothing is more to the point than anything else: the newest come first. */
const usual = (words: string): Sort => (words ? 'pertinence' : 'recentes')

export function readText(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? '').replace(/\p{Cc}/gu, '').trim()
}

/** Codes and addresses only, each once. */
export function readList(value: string | string[] | undefined): string[] {
  const values = [value ?? []].flat().map(readText)
  return [...new Set(values)].filter((one) => /^[a-z0-9-]{1,80}$/i.test(one)).slice(0, mostValues)
}

/** The words of a search, without what joins or quotes them. */
export function splitWords(words: string): string[] {
  const found = words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  return [...new Set(found)].slice(0, mostWords)
}

/** The address of the same search, elsewhere in its results. */
export function writeSearch(
  search: CatalogueSearch,
  place: { after?: Cursor; before?: Cursor } = {},
): string {
  const query = new URLSearchParams()
  if (search.words) query.set('q', search.words)
  for (const name of facetNames) for (const value of search.chosen[name]) query.append(name, value)
  if (search.sort !== usual(search.words)) query.set('tri', search.sort)
  for (const slug of search.compared) query.append('comparer', slug)
  if (place.after) query.set('apres', encodeCursor(place.after, search.sort))
  if (place.before) query.set('avant', encodeCursor(place.before, search.sort))
  const text = query.toString()
  return text ? `/solutions?${text}` : '/solutions'
}

/** The address of a comparison. */
export function writeComparison(slugs: readonly string[]): string {
  const query = new URLSearchParams(slugs.map((slug) => ['s', slug]))
  return slugs.length === 0 ? '/comparer' : `/comparer?${query}`
}

/** Counts of « at most » from counts of « exactly », in the order given. */
export function accumulate(
  values: readonly string[],
  counts: ReadonlyMap<string, number>,
): Map<string, number> {
  let total = 0
  return new Map(
    values.map((value) => {
      total += counts.get(value) ?? 0
      return [value, total]
    }),
  )
}
