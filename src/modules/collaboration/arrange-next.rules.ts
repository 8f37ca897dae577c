/** Entries with a place of their own in a text: what a new version of the text keeps, changes, takes in and leaves out. */
import type { AppliedChange } from '#platform/reference-list.ts'

interface Placed {
  readonly key: string
  readonly position: number
}

/** The entries of the next version, in their order, numbered from 1: a change takes the place it asks for, the others close ranks. */
export function arrangeNext<Entry extends Placed>(
  entries: readonly Entry[],
  changes: readonly Pick<AppliedChange, 'kind' | 'key' | 'content'>[],
): Entry[] {
  const changed = new Set(changes.map(({ key }) => key))
  const next: Entry[] = entries.filter(({ key }) => !changed.has(key))
  const placed = changes
    .filter(({ kind }) => kind !== 'end')
    .map(({ key, content }) => ({ key, ...content }) as unknown as Entry)
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
  for (const entry of placed) next.splice(entry.position - 1, 0, entry)
  return next.map((entry, index) => ({ ...entry, position: index + 1 }))
}
