/** The money of a plan: what each action costs each year, the totals by year and by source. */
import type { Plan, PlanAction } from './plan.schema.ts'
import { spreadCosts } from './schedule-costs.rules.ts'

type Costed = Pick<PlanAction, 'startYear' | 'durationYears' | 'endYear' | 'investment' | 'running'>
type Period = Pick<Plan, 'firstYear' | 'years'>

export function listYears({ firstYear, years }: Period): number[] {
  return Array.from({ length: years }, (_, index) => firstYear + index)
}

export interface YearCost {
  readonly investment: number
  readonly running: number
}

/** By year of the plan; nothing while the action has no place in the calendar. */
export function listYearCosts(action: Costed, { firstYear, years }: Period): YearCost[] {
  const { startYear, endYear, investment, running } = action
  if (startYear === null || endYear === null)
    return Array.from({ length: years }, () => ({ investment: 0, running: 0 }))
  const start = startYear - firstYear
  const duration = endYear - startYear + 1
  const work = spreadCosts({ duration, investment, running: 0 }, start, years)
  const whole = spreadCosts({ duration, investment, running }, start, years)
  return work.map((amount, year) => ({
    investment: amount,
    running: (whole[year] ?? 0) - amount,
  }))
}

export interface YearTotal extends YearCost {
  readonly year: number
  readonly total: number
}

export function sumYears(actions: readonly Costed[], plan: Period): YearTotal[] {
  const costs = actions.map((action) => listYearCosts(action, plan))
  return listYears(plan).map((year, index) => {
    const investment = costs.reduce((sum, one) => sum + (one[index]?.investment ?? 0), 0)
    const running = costs.reduce((sum, one) => sum + (one[index]?.running ?? 0), 0)
    return { year, investment, running, total: investment + running }
  })
}

export function sumTotals(actions: readonly Costed[], plan: Period): YearCost & { total: number } {
  return sumYears(actions, plan).reduce(
    (sum, one) => ({
      investment: sum.investment + one.investment,
      running: sum.running + one.running,
      total: sum.total + one.total,
    }),
    { investment: 0, running: 0, total: 0 },
  )
}

export interface SourceTotal {
  readonly source: string
  readonly byYear: readonly number[]
  readonly total: number
}

/** What each source pays each year: the investment by the action's own source, the running cost by the commune itself. */
export function sumSources(
  actions: readonly (Costed & Pick<PlanAction, 'fundingSource'>)[],
  plan: Period,
): SourceTotal[] {
  const found = new Map<string, number[]>()
  const add = (source: string, year: number, amount: number) => {
    const line = found.get(source) ?? Array.from({ length: plan.years }, () => 0)
    line[year] = (line[year] ?? 0) + amount
    found.set(source, line)
  }
  for (const action of actions)
    for (const [year, { investment, running }] of listYearCosts(action, plan).entries()) {
      add(action.fundingSource, year, investment)
      add('own', year, running)
    }
  return [...found]
    .map(([source, byYear]) => ({
      ...{ source, byYear },
      total: byYear.reduce((sum, one) => sum + one, 0),
    }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total || (a.source < b.source ? -1 : 1))
}
