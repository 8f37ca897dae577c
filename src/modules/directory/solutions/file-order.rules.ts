/** Documents and screenshots in the order their owner chose. */
export type Direction = 'up' | 'down'

/** At most this many of each kind. */
export const mostFiles = 6

/** The identifiers with one moved a place up or down; the same list at an end, or when it is not there. */
export function moveInOrder(ids: readonly string[], id: string, direction: Direction): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const moved = [...ids]
  if (from < 0 || to < 0 || to >= ids.length) return moved
  moved.splice(from, 1)
  moved.splice(to, 0, id)
  return moved
}
