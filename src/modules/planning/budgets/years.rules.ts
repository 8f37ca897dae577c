/** A commune's digital money over the years: by section and by source, one row a year. */
import type { YearSum } from './budget.queries.ts'
import { drawLines, type Part, type PlannedAction } from './plan-lines.rules.ts'

export interface YearRow {
  readonly year: number
  readonly investment: number
  readonly running: number
  readonly total: number
  readonly bySource: ReadonlyMap<string, number>
  /** No budget yet: what the plan in force expects. */
  readonly isForecast: boolean
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
    const running = add(own) - investment
    return { year, investment, running, total: add(own), bySource, isForecast: false }
  })
}

/** A plan in force over its years, and what of it the commune pays. */
export interface PaidPlan {
  readonly actions: readonly PlannedAction[]
  readonly from: number
  readonly to: number
  readonly part: Part
}

/** The years of the plans that have no budget yet, running costs of what is in place included. */
export function forecastYears(plans: readonly PaidPlan[], known: readonly YearRow[]): YearRow[] {
  const sums = plans.flatMap(({ actions, from, to, part }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .filter((year) => !known.some((row) => row.year === year))
      .flatMap((year) =>
        drawLines(actions, year, part).map(
          ({ section, sourceCode, amount }): YearSum => ({ year, section, sourceCode, amount }),
        ),
      ),
  )
  return gatherYears(sums).map((row) => ({ ...row, isForecast: true }))
}
