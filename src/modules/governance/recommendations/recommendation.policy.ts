/** Who may do what with a recommendation: the members of commissions follow it, the secretariat closes it. */
import { type Actor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Recommendation } from './recommendation.schema.ts'
import type { RecommendationStep } from './recommendation.workflow.ts'

type Stored = Pick<Recommendation, 'status'>

const followers: Rule = (actor) => worksForA(actor, 'association', 'staff', 'commissioner')

const openStatuses: readonly string[] = ['proposed', 'adopted', 'inProgress']

export const recommendationPolicy = {
  read: (actor, recommendation) =>
    !['proposed', 'withdrawn'].includes(recommendation.status) || followers(actor, recommendation),
  /** Its words: what was adopted is no longer rewritten. */
  rewrite: (actor, recommendation) =>
    followers(actor, recommendation) && recommendation.status === 'proposed',
  /** Who carries it, by when, how it is measured. */
  follow: isFollowed,
  prove: isFollowed,

  adopt: associationStaff,
  withdraw: followers,
  start: followers,
  complete: associationStaff,
  drop: associationStaff,
  reopen: associationStaff,
} satisfies Record<RecommendationStep | 'read' | 'rewrite' | 'follow' | 'prove', Rule<Stored>>

function isFollowed(actor: Actor, recommendation: Stored): boolean {
  return followers(actor, recommendation) && openStatuses.includes(recommendation.status)
}
