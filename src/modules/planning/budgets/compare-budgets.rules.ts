/** Communes side by side in one year: by category, what half of them give to digital, once there are enough of them. */
import { computeQuartiles, fewestCommunes, type Quartiles } from '../diagnosis/comparison.rules.ts'
import type { BudgetFigure } from './budget.schema.ts'
import { totalOf } from './budget-figures.rules.ts'

export interface ComparedCommune {
  readonly name: string
  readonly slug: string
  readonly category: string
  readonly population: number
}

export interface ComparedBudget extends ComparedCommune {
  readonly total: number
  /** Thousandths of the commune's whole budget; null when that is not known. */
  readonly sharePerMille: number | null
  readonly perInhabitant: number
  /** Paid of what was voted, in percent; null before the first situation. */
  readonly paidPercent: number | null
}

type Figure = Pick<
  BudgetFigure,
  'investment' | 'running' | 'paid' | 'asOf' | 'totalInvestment' | 'totalRunning'
>

export function compareOne(commune: ComparedCommune, figure: Figure): ComparedBudget {
  const { name, slug, category, population } = commune
  const total = figure.investment + figure.running
  const whole = totalOf(figure)
  return {
    ...{ name, slug, category, population, total },
    sharePerMille: whole ? (total * 1000) / whole : null,
    perInhabitant: population > 0 ? Math.round(total / population) : 0,
    paidPercent:
      figure.asOf === null || total === 0 ? null : Math.round((figure.paid * 100) / total),
  }
}

export interface CategorySpread {
  readonly category: string
  readonly communes: number
  /** Null with fewer communes than say something of a category. */
  readonly share: Quartiles | null
  readonly perInhabitant: Quartiles | null
}

export function spreadByCategory(
  budgets: readonly ComparedBudget[],
  categories: readonly string[],
): CategorySpread[] {
  return categories.map((category) => {
    const own = budgets.filter((budget) => budget.category === category)
    const shares = own.flatMap(({ sharePerMille }) => sharePerMille ?? [])
    return {
      category,
      communes: own.length,
      share: spread(shares),
      perInhabitant: spread(own.map(({ perInhabitant }) => perInhabitant)),
    }
  })
}

const spread = (values: readonly number[]) =>
  values.length < fewestCommunes ? null : computeQuartiles(values)
