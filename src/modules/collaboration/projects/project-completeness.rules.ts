/** How complete the charter of a project is, and everything that keeps the project from starting, named. */
import type { CharterPoint } from '../charter/charter.schema.ts'
import { sumShares } from './plan.rules.ts'
import type { Milestone } from './project.schema.ts'

type Point = Pick<CharterPoint, 'key' | 'title' | 'isMandatory'>
export type Answers = ReadonlyMap<string, string>

/** One word is not an answer. */
const shortestAnswer = 20

export function isWritten(body: string | undefined): boolean {
  return (body ?? '').trim().length >= shortestAnswer
}

/** From 0 to 100: the share of the points that are written. */
export function scoreCharter(points: readonly Point[], answers: Answers): number {
  if (points.length === 0) return 100
  const written = points.filter(({ key }) => isWritten(answers.get(key)))
  return Math.floor((written.length * 100) / points.length)
}

export function listEmptyMandatoryPoints(points: readonly Point[], answers: Answers): Point[] {
  return points.filter(({ key, isMandatory }) => isMandatory && !isWritten(answers.get(key)))
}

export type PlanGap =
  | { readonly kind: 'noMilestone' }
  | { readonly kind: 'weights' | 'payments'; readonly total: number }

export function listPlanGaps(
  milestones: readonly Pick<Milestone, 'weight' | 'paymentShare'>[],
): PlanGap[] {
  if (milestones.length === 0) return [{ kind: 'noMilestone' }]
  const { weight, paymentShare } = sumShares(milestones)
  return [
    ...(weight === 100 ? [] : [{ kind: 'weights', total: weight } as const]),
    ...(paymentShare === 100 ? [] : [{ kind: 'payments', total: paymentShare } as const]),
  ]
}
