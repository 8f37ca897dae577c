/** The address of a catalogue search: read leniently, written back exactly. */

export const sorts = ['pertinence', 'recentes', 'nom', 'utilisees', 'notees'] as const
export type Sort = (typeof sorts)[number]

/** The facets somebody may tick, by the name they bear in the address. */
export const facetNames = [
  'domaine',
  'connexion',
  'hebergement',
  'licence',
  'langue',
  'atout',
] as const
export type FacetName = (typeof facetNames)[number]

export interface CatalogueSearch {
  readonly words: string
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>
  readonly sort: Sort
  readonly after: Cursor | null
  readonly before: Cursor | null
}

/** Where a page ends: the value sorted by, and the identifier that settles ties. */
export interface Cursor {
  readonly key: string
  readonly id: string
}

type Query = Readonly<Record<string, string | string[] | undefined>>

const most = 12

export function readSearch(query: Query): CatalogueSearch {
  const words = clean(query.q).slice(0, 200)
  const wanted = clean(query.tri)
  const sort = sorts.find((name) => name === wanted) ?? (words ? 'pertinence' : 'recentes')
  const chosen = Object.fromEntries(
    facetNames.map((name) => [name, readList(query[name])]),
  ) as unknown as CatalogueSearch['chosen']
  return {
    words,
    chosen,
    sort,
    after: decodeCursor(clean(query.apres)),
    before: decodeCursor(clean(query.avant)),
  }
}

function clean(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? '').replace(/\p{Cc}/gu, '').trim()
}

function readList(value: string | string[] | undefined): string[] {
  const values = [value ?? []].flat().map(clean)
  return [...new Set(values)].filter((one) => /^[a-z0-9-]{1,40}$/i.test(one)).slice(0, most)
}

/** The address of the same search, elsewhere in its results. */
export function writeSearch(
  search: CatalogueSearch,
  place: { after?: Cursor; before?: Cursor } = {},
): string {
  const query = new URLSearchParams()
  if (search.words) query.set('q', search.words)
  for (const name of facetNames) for (const value of search.chosen[name]) query.append(name, value)
  if (search.sort !== (search.words ? 'pertinence' : 'recentes')) query.set('tri', search.sort)
  if (place.after) query.set('apres', encodeCursor(place.after))
  if (place.before) query.set('avant', encodeCursor(place.before))
  const text = query.toString()
  return text ? `/solutions?${text}` : '/solutions'
}

export function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null for anything that this server would not have written. */
export function decodeCursor(text: string): Cursor | null {
  if (!/^[\w-]{1,400}$/.test(text)) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    if (
      typeof key !== 'string' ||
      typeof id !== 'string' ||
      !idPattern.test(id) ||
      key.includes('\u0000')
    )
      return null
    return { key, id }
  } catch {
    return null
  }
}
