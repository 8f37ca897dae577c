/** Where a commune stands among those of its category: median and quartiles, once there are enough of them. */
import { type Axis, axes } from '../axes.ts'

/** With fewer, a median says more of one neighbour than of the category. */
export const fewestCommunes = 5

export interface Quartiles {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** By linear interpolation between ranks, as spreadsheets and PostgreSQL (percentile_cont) do. */
export function computeQuartiles(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b)
  return { low: pick(sorted, 0.25), median: pick(sorted, 0.5), high: pick(sorted, 0.75) }
}

function pick(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1)
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? below
  return Math.round((below + (above - below) * (rank - Math.floor(rank))) * 1000) / 1000
}

export type Position = 'below' | 'within' | 'above'

export interface AxisComparison extends Quartiles {
  readonly axis: Axis
  readonly level: number
  /** Against the middle half of the category. */
  readonly position: Position
}

export type Comparison =
  | { readonly isShown: false; readonly communes: number }
  | { readonly isShown: true; readonly communes: number; readonly axes: readonly AxisComparison[] }

type Levels = Readonly<Record<Axis, number>>

/** The commune itself is one of the group: what is compared is its place among all. */
export function compareWithCategory(own: Levels, group: readonly Levels[]): Comparison {
  const communes = group.length
  if (communes < fewestCommunes) return { isShown: false, communes }
  return {
    isShown: true,
    communes,
    axes: axes.map((axis) => {
      const quartiles = computeQuartiles(group.map((levels) => levels[axis]))
      return { axis, level: own[axis], ...quartiles, position: placeWithin(own[axis], quartiles) }
    }),
  }
}

function placeWithin(level: number, { low, high }: Quartiles): Position {
  if (level < low) return 'below'
  return level > high ? 'above' : 'within'
}

export interface AxisProgressSince {
  readonly axis: Axis
  readonly before: number
  readonly now: number
  readonly change: number
}

export function measureProgress(before: Levels, now: Levels): AxisProgressSince[] {
  return axes.map((axis) => ({
    axis,
    before: before[axis],
    now: now[axis],
    change: Math.round((now[axis] - before[axis]) * 10) / 10,
  }))
}
