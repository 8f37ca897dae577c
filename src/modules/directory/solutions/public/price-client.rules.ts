/** For whom a price is computed: the commune chosen in the page's form, or the reader's own. */

export interface ChosenClient {
  /** The address of the commune; empty while none is chosen. */
  readonly commune: string
  readonly users: number | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readClient(
  query: Query,
  communes: readonly { id: string; slug: string }[],
  ownId: string | undefined,
): ChosenClient {
  const wanted = [query.commune].flat()[0]
  const found = communes.find(({ id, slug }) => (wanted ? slug === wanted : id === ownId))
  const typed = ([query.utilisateurs].flat()[0] ?? '').trim()
  const users = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  return { commune: found?.slug ?? '', users: users > 0 ? users : null }
}
