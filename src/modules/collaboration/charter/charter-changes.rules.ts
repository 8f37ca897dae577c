/** What a version of the charter changes from another: points added, taken out, reworded, made mandatory or not. */
import type { CharterPoint } from './charter.schema.ts'

type Point = Pick<CharterPoint, 'key' | 'title' | 'guidance' | 'example' | 'source' | 'isMandatory'>

export interface PointChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'same'
  readonly before: Point | null
  readonly after: Point | null
}

/** One line for each point of either version: those of `after` in their order, then those taken out. */
export function compareCharters(
  before: readonly Point[],
  after: readonly Point[],
): readonly PointChange[] {
  const kept = after.map((point) => {
    const old = before.find(({ key }) => key === point.key) ?? null
    const kind = old === null ? 'added' : isSame(old, point) ? 'same' : 'changed'
    return { kind, before: old, after: point } as const
  })
  const removed = before
    .filter((point) => !after.some(({ key }) => key === point.key))
    .map((point) => ({ kind: 'removed', before: point, after: null }) as const)
  return [...kept, ...removed]
}

const compared = ['title', 'guidance', 'example', 'source', 'isMandatory'] as const

function isSame(before: Point, after: Point): boolean {
  return compared.every((name) => before[name] === after[name])
}
