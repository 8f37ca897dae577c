/** The statistics of the national page. Pure. */
import { type Axis, axes } from '../axes.ts'
import type { AxisSpread, Quartiles } from './overview.types.ts'

/** How many are at each level, the lowest first. */
export type Counts = readonly { readonly level: number; readonly total: number }[]

/** Below it, whoever knows the others would know the last one. */
export const fewestCommunes = 5

/** Ten years at most. */
export const shownYears = 10

/** Between two values, a quartile falls in proportion, as PostgreSQL's percentile_cont does. */
export function computeQuartiles(counts: Counts): Quartiles {
  const count = sumTotals(counts)
  const at = (share: number) => {
    const place = (count - 1) * share
    const below = Math.floor(place)
    const low = findLevel(counts, below)
    return low + (findLevel(counts, Math.min(below + 1, count - 1)) - low) * (place - below)
  }
  return { first: at(0.25), median: at(0.5), third: at(0.75) }
}

/** The level of the commune at this rank, counted from zero. */
function findLevel(counts: Counts, rank: number): number {
  let passed = 0
  for (const { level, total } of counts) {
    passed += total
    if (rank < passed) return level
  }
  return 0
}

/** By axis, over the communes that have a diagnosis; nothing when they are too few. */
export function spreadByAxis(countsOf: (axis: Axis) => Counts): AxisSpread[] {
  const spreads = axes.map((axis) => ({ axis, counts: countsOf(axis) }))
  if (spreads.some(({ counts }) => sumTotals(counts) < fewestCommunes)) return []
  return spreads.map(({ axis, counts }) => ({ axis, spread: computeQuartiles(counts) }))
}

export function sumTotals(rows: readonly { readonly total: number }[]): number {
  return rows.reduce((sum, { total }) => sum + total, 0)
}
