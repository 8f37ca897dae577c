/** One page of a list in the shape of the interface. */
import { cutPage, type PublishedCursor } from '#platform/published-cursor.rules.ts'
import { writeCursor } from './cursor.rules.ts'
import type { Asked } from './operation.types.ts'

type Key = readonly (string | number)[]

/** `found` holds one row more than the page when another follows; `keyOf` is what the next page begins after. */
export function writeList<Row, Item>(
  { context, page, next, query }: Asked<{ readonly limite: number }>,
  found: readonly Row[],
  keyOf: (row: Row) => Key,
  write: (row: Row) => Item,
) {
  const { rows, last } = cutPage(found, query.limite)
  return {
    data: rows.map(write),
    links: { self: page(context.url), next: next(last ? writeCursor(keyOf(last)) : null) },
  }
}

export function toPublishedCursor(
  after: readonly [string, string] | undefined,
): PublishedCursor | null {
  return after ? { publishedAt: after[0], id: after[1] } : null
}

/** Of a list short enough to be read whole, in the order of its keys: what follows one. */
export function cutAfter<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string | undefined,
  size: number,
): Row[] {
  return rows
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .filter((row) => after === undefined || keyOf(row) > after)
    .slice(0, size + 1)
}
