/** The statistics of the national page. Pure. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { type Axis, axes } from '../axes.ts'
import { toPercent } from '../percent.rules.ts'
import type { FigureRow } from './overview.queries.ts'
import type { AxisSpread, Overview } from './overview.types.ts'

export interface Quartiles {
  readonly first: number
  readonly median: number
  readonly third: number
}

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

function sumTotals(rows: readonly { readonly total: number }[]): number {
  return rows.reduce((sum, { total }) => sum + total, 0)
}

/** By axis, over the communes that have a diagnosis; nothing when they are too few. */
export function spreadByAxis(countsOf: (axis: Axis) => Counts): AxisSpread[] {
  const spreads = axes.map((axis) => ({ axis, counts: countsOf(axis) }))
  if (spreads.some(({ counts }) => sumTotals(counts) < fewestCommunes)) return []
  return spreads.map(({ axis, counts }) => ({ axis, spread: computeQuartiles(counts) }))
}

/** The rows of one group of communes, told figure by figure. */
export function toOverview(rows: readonly FigureRow[], category: Category | null): Overview {
  const own = rows.filter((row) => row.category === (category ?? ''))
  const rowsOf = (figure: string, key = '') =>
    own.filter((row) => row.figure === figure && row.key === key)
  const totalOf = (figure: string, key: string, year: number) =>
    sumTotals(rowsOf(figure, key).filter((row) => row.year === year))
  const yearsOf = (figure: string) =>
    [...new Set(own.filter((row) => row.figure === figure).map(({ year }) => year))].sort()
  const categories = (Object.keys(categoryLabels) as Category[]).filter(
    (one) => category === null || one === category,
  )
  const countOf = (one: Category, figure: string, key = '') =>
    sumTotals(
      rows.filter((row) => row.category === one && row.figure === figure && row.key === key),
    )
  return {
    computedAt: rows[0]?.computedAt ?? null,
    communes: totalOf('communes', '', 0),
    diagnosed: sumTotals(rowsOf('axis', axes[0])),
    axes: spreadByAxis((axis) => rowsOf('axis', axis)),
    maturity: yearsOf('maturity').map((year) => {
      const counts = rowsOf('maturity').filter((row) => row.year === year)
      return { year, communes: sumTotals(counts), median: computeQuartiles(counts).median }
    }),
    plans: categories.map((one) => ({
      category: one,
      communes: countOf(one, 'communes'),
      covered: countOf(one, 'plan'),
    })),
    sites: categories.map((one) => ({
      category: one,
      met: countOf(one, 'site', 'met'),
      unmet: countOf(one, 'site', 'unmet'),
      unknown: countOf(one, 'site', 'unknown'),
    })),
    budgets: yearsOf('budget').map((year) => ({
      year,
      communes: totalOf('budget', 'communes', year),
      digital: totalOf('budget', 'digital', year),
      paid: totalOf('budget', 'paid', year),
      share: toPercent(totalOf('budget', 'digitalOfWhole', year), totalOf('budget', 'whole', year)),
    })),
    letters: yearsOf('letter').map((year) => ({
      year,
      letters: totalOf('letter', 'signed', year),
      withLines: totalOf('letter', 'withLines', year),
    })),
  }
}
