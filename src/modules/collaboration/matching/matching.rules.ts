/**
 * How well a solution answers a need. The same facts give the same score, the same reasons and the same rank:
 * no clock, no chance, no order of arrival. The score alone and its explanation walk the same table in the same
 * order with the same arithmetic, so that they cannot disagree.
 */
import { criteria } from './criteria.rules.ts'
import type { Criterion } from './finding.rules.ts'
import type { Match, NeedFacts, SolutionFacts } from './matching.types.ts'
import type { Weights } from './matching.weights.ts'
import { isBlocked, listPrerequisites } from './prerequisites.rules.ts'

interface Scaled {
  readonly criterion: Criterion
  /** What the criterion gives at most, of a score of 100. */
  readonly maximum: number
}

/** The criteria that count, brought to a hundred. */
function scale(weights: Weights): Scaled[] {
  const total = criteria.reduce((sum, { code }) => sum + weights[code], 0)
  return criteria
    .filter(({ code }) => weights[code] > 0)
    .map((criterion) => ({ criterion, maximum: (weights[criterion.code] * 100) / total }))
}

function sumPoints(
  scaled: readonly Scaled[],
  need: NeedFacts,
  solution: SolutionFacts,
  today: string,
): number {
  let points = 0
  for (const { criterion, maximum } of scaled)
    points += criterion.find(need, solution, today).share * maximum
  return Math.round(points)
}

/** The score alone. */
export function scoreOne(
  need: NeedFacts,
  solution: SolutionFacts,
  weights: Weights,
  today: string,
): number {
  return sumPoints(scale(weights), need, solution, today)
}

/** The score with every reason, whose points add up to it, and every prerequisite, met or not. */
export function matchOne(
  need: NeedFacts,
  solution: SolutionFacts,
  weights: Weights,
  today: string,
): Match {
  const reasons = scale(weights).map(({ criterion, maximum }) => {
    const { share, ...why } = criterion.find(need, solution, today)
    return { criterion: criterion.code, points: share * maximum, maximum, ...why }
  })
  const prerequisites = listPrerequisites(need, solution)
  return {
    score: Math.round(reasons.reduce((sum, { points }) => sum + points, 0)),
    isBlocked: prerequisites.some(({ isMet }) => isMet === false),
    reasons,
    prerequisites,
  }
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
  const scaled = scale(weights)
  return solutions
    .map((item) => ({
      item,
      score: sumPoints(scaled, need, item, today),
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
  const scaled = scale(weights)
  return needs
    .map((item) => ({
      item,
      score: sumPoints(scaled, item, solution, today),
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

/** By code unit: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
