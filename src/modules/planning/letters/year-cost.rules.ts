/** What an action costs in one year: its investment in equal parts over its years, then its running once it is in place. */
import type { PlanAction } from '../plans/plan.schema.ts'

type Costed = Pick<PlanAction, 'startYear' | 'endYear' | 'investment' | 'running'>

/** No franc is lost: what does not divide falls in the first year. */
export function computeYearCost(
  { startYear, endYear, investment, running }: Costed,
  year: number,
): { investment: number; running: number } {
  if (startYear === null || endYear === null || year < startYear)
    return { investment: 0, running: 0 }
  if (year > endYear) return { investment: 0, running }
  const years = endYear - startYear + 1
  const part = Math.floor(investment / years)
  const rest = year === startYear ? investment - part * years : 0
  return { investment: part + rest, running: 0 }
}
