/** The order in which what waits is shown: soonest first, then what has no date, the gravest first. */
import type { SpaceTask } from './space.ts'

const never = Number.POSITIVE_INFINITY
const gravity = { danger: 0, warning: 1, info: 2, success: 3, neutral: 4 } as const

export function sortTasks(tasks: readonly SpaceTask[]): SpaceTask[] {
  return [...tasks].sort(
    (a, b) => compare(dueOf(a), dueOf(b)) || compare(gravityOf(a), gravityOf(b)),
  )
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function dueOf({ due }: SpaceTask): number {
  return due?.getTime() ?? never
}

function gravityOf({ tone = 'neutral' }: SpaceTask): number {
  return gravity[tone]
}
