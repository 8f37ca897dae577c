/** The counted rows of one group of communes, told figure by figure. Pure. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { axes } from '../axes.ts'
import { toPercent } from '../percent.rules.ts'
import { computeQuartiles, spreadByAxis, sumTotals } from './overview.rules.ts'
import type { FigureRow, Overview } from './overview.types.ts'

type Rows = readonly FigureRow[]

export function toOverview(rows: Rows, category: Category | null): Overview {
  const own = rows.filter((row) => row.category === (category ?? ''))
  return {
    computedAt: rows[0]?.computedAt ?? null,
    communes: sumTotals(rowsOf(own, 'communes')),
    diagnosed: sumTotals(rowsOf(own, 'axis', axes[0])),
    axes: spreadByAxis((axis) => rowsOf(own, 'axis', axis)),
    ...tellCategories(rows, category),
    ...tellYears(own),
  }
}

function rowsOf(rows: Rows, figure: string, key = ''): Rows {
  return rows.filter((row) => row.figure === figure && row.key === key)
}

/** What stands now, category by category. */
function tellCategories(rows: Rows, category: Category | null): Pick<Overview, 'plans' | 'sites'> {
  const categories = (Object.keys(categoryLabels) as Category[]).filter(
    (one) => category === null || one === category,
  )
  const countOf = (one: Category, figure: string, key = '') =>
    sumTotals(rowsOf(rows, figure, key).filter((row) => row.category === one))
  return {
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
  }
}

function tellYears(own: Rows): Pick<Overview, 'maturity' | 'budgets' | 'letters'> {
  const ofYear = (figure: string, key: string, year: number) =>
    rowsOf(own, figure, key).filter((row) => row.year === year)
  const totalOf = (figure: string, key: string, year: number) =>
    sumTotals(ofYear(figure, key, year))
  return {
    maturity: listYears(own, 'maturity').map((year) => {
      const counts = ofYear('maturity', '', year)
      return { year, communes: sumTotals(counts), median: computeQuartiles(counts).median }
    }),
    budgets: listYears(own, 'budget').map((year) => ({
      year,
      communes: totalOf('budget', 'communes', year),
      digital: totalOf('budget', 'digital', year),
      paid: totalOf('budget', 'paid', year),
      share: toPercent(totalOf('budget', 'digitalOfWhole', year), totalOf('budget', 'whole', year)),
    })),
    letters: listYears(own, 'letter').map((year) => ({
      year,
      letters: totalOf('letter', 'signed', year),
      withLines: totalOf('letter', 'withLines', year),
    })),
  }
}

function listYears(rows: Rows, figure: string): number[] {
  const years = rows.filter((row) => row.figure === figure).map(({ year }) => year)
  return [...new Set(years)].sort((a, b) => a - b)
}
