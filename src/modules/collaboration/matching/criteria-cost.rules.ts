/** What the solution costs this commune, beside what the need says it can pay. */
import { type Cost, computeCost } from '#modules/directory/index.ts'
import { type Criterion, disfavour, type Finding, favour, leaveOpen } from './finding.rules.ts'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'

export const costCriteria = [
  {
    code: 'budget',
    label: 'Budget',
    explanation:
      'Tous les points quand trois ans tiennent dans le budget, huit dixièmes quand la première année seule y tient ; au-dessus, la moitié au plus, et moins à mesure que l’écart grandit.',
    find: (need, solution) => {
      const cost = computeCost(priceOf(solution), need)
      if (cost.isOnQuote) return leaveOpen('Prix sur devis : coût inconnu, à demander')
      if (cost.isFree) return favour(1, 'Gratuite')
      return need.budgetMax === null
        ? compareToFloor(cost, need.budgetMin)
        : compareToCeiling(cost, need.budgetMax)
    },
  },
] as const satisfies readonly Criterion[]

function priceOf(solution: SolutionFacts) {
  return {
    setup: solution.priceSetup,
    yearly: solution.priceYearly,
    perInhabitant: solution.pricePerInhabitant,
    perUser: solution.pricePerUser,
  }
}

const coveredForThreeYears = 1
const coveredForOne = 0.8
const mostWhenOver = 0.5

function compareToCeiling(cost: Cost, budget: number): Finding {
  const values = { cost: cost.firstYear, total: cost.total, budget }
  if (cost.firstYear > budget) {
    const excess = (cost.firstYear - budget) / Math.max(budget, 1)
    return disfavour(
      mostWhenOver * Math.max(0, 1 - excess),
      '{cost, number} FCFA la première année, au-dessus du budget de {budget, number} FCFA ({total, number} FCFA sur trois ans)',
      values,
    )
  }
  if (cost.isMinimum) return leaveOpenByUsers(cost)
  return cost.total <= budget
    ? favour(
        coveredForThreeYears,
        '{total, number} FCFA sur trois ans ({cost, number} FCFA la première année), dans le budget de {budget, number} FCFA',
        values,
      )
    : favour(
        coveredForOne,
        '{cost, number} FCFA la première année, dans le budget de {budget, number} FCFA, qui ne suffit pas aux trois ans ({total, number} FCFA)',
        values,
      )
}

/** Where only the least that can be paid is known, a cost above it tells nothing. */
function compareToFloor(cost: Cost, floor: NeedFacts['budgetMin']): Finding {
  if (floor !== null && cost.total <= floor) return compareToCeiling(cost, floor)
  return cost.isMinimum
    ? leaveOpenByUsers(cost)
    : leaveOpen(
        'Plafond du budget inconnu ; {cost, number} FCFA la première année, {total, number} FCFA sur trois ans',
        { cost: cost.firstYear, total: cost.total },
      )
}

function leaveOpenByUsers({ firstYear }: Cost): Finding {
  return leaveOpen(
    'Au moins {cost, number} FCFA la première année ; le prix suit le nombre d’utilisateurs, inconnu',
    { cost: firstYear },
  )
}
