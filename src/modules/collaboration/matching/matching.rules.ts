/**
 * How well a solution answers a need. The same facts give the same score, the same reasons and the same rank:
 * no clock, no chance, no order of arrival.
 */
import { criteria } from './criteria.rules.ts'
import type { Match, NeedFacts, SolutionFacts } from './matching.types.ts'
import type { Weights } from './matching.weights.ts'
import { isBlocked, listPrerequisites } from './prerequisites.rules.ts'

/** The score alone, for ranking many. */
export function scoreOne(
  need: NeedFacts,
  solution: SolutionFacts,
  weights: Weights,
  today: string,
): number {
  let points = 0
  let maximum = 0
  for (const { code, find } of criteria) {
    if (weights[code] === 0) continue
    points += find(need, solution, today).share * weights[code]
    maximum += weights[code]
  }
  return maximum === 0 ? 0 : Math.round((points / maximum) * 100)
}

/** The score with every reason and every prerequisite, met or not. */
export function matchOne(
  need: NeedFacts,
  solution: SolutionFacts,
  weights: Weights,
  today: string,
): Match {
  const reasons = criteria
    .filter(({ code }) => weights[code] > 0)
    .map(({ code, find }) => {
      const { share, ...why } = find(need, solution, today)
      return {
        criterion: code,
        points: roundPoints(share * weights[code]),
        maximum: weights[code],
        ...why,
      }
    })
  return {
    score: scoreOne(need, solution, weights, today),
    isBlocked: isBlocked(need, solution),
    reasons,
    prerequisites: listPrerequisites(need, solution),
  }
}

function roundPoints(points: number): number {
  return Math.round(points * 10) / 10
}

export interface Ranked<T> {
  readonly item: T
  readonly score: number
  readonly isBlocked: boolean
}

/** Solutions for a need: those that can be used first, then by score, confirmed uses, name and identifier. */
export function rankSolutions<T extends SolutionFacts>(
  need: NeedFacts,
  solutions: readonly T[],
  weights: Weights,
  today: string,
): Ranked<T>[] {
  return solutions
    .map((item) => ({
      item,
      score: scoreOne(need, item, weights, today),
      isBlocked: isBlocked(need, item),
    }))
    .sort(
      (a, b) =>
        compareRanks(a, b) ||
        b.item.confirmedUses - a.item.confirmedUses ||
        compareText(a.item.name, b.item.name) ||
        compareText(a.item.solutionId, b.item.solutionId),
    )
}

/** Needs for a solution, by the same score. */
export function rankNeeds<T extends NeedFacts>(
  solution: SolutionFacts,
  needs: readonly T[],
  weights: Weights,
  today: string,
): Ranked<T>[] {
  return needs
    .map((item) => ({
      item,
      score: scoreOne(item, solution, weights, today),
      isBlocked: isBlocked(item, solution),
    }))
    .sort(
      (a, b) =>
        compareRanks(a, b) ||
        compareText(a.item.title, b.item.title) ||
        compareText(a.item.id, b.item.id),
    )
}

function compareRanks(a: Ranked<unknown>, b: Ranked<unknown>): number {
  return Number(a.isBlocked) - Number(b.isBlocked) || b.score - a.score
}

/** By code point: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
