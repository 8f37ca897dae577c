/** A commune's digital money over the years: by section and by source, one row a year. */
import type { YearSum } from './budget.queries.ts'

export interface YearRow {
  readonly year: number
  readonly investment: number
  readonly running: number
  readonly total: number
  readonly bySource: ReadonlyMap<string, number>
}

export function gatherYears(sums: readonly YearSum[]): YearRow[] {
  const years = [...new Set(sums.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => {
    const own = sums.filter((sum) => sum.year === year)
    const add = (rows: readonly YearSum[]) => rows.reduce((total, { amount }) => total + amount, 0)
    const investment = add(own.filter(({ section }) => section === 'investment'))
    const bySource = new Map<string, number>()
    for (const { sourceCode, amount } of own)
      bySource.set(sourceCode, (bySource.get(sourceCode) ?? 0) + amount)
    return { year, investment, running: add(own) - investment, total: add(own), bySource }
  })
}
