/** Who may do what with a master plan: everybody of the commune drafts, the executive decides, partners and the association read. */
import { type Actor, communeOfficers, communeTeam, worksFor } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { FullPlan, Plan } from './plan.schema.ts'
import type { PlanStep } from './plan.workflow.ts'

type Subject = Pick<Plan, 'communeId' | 'status'>

export const publicPlanStatuses = ['inForce', 'closed'] as const

export const planPolicy = {
  /** Partners are let in beside this rule: see mayFollow. */
  follow: (actor, plan) => isCommune(actor, plan) || associationStaff(actor, plan),
  readPublic: (_, { status }) => publicPlanStatuses.some((known) => known === status),
  edit: (actor, plan) => plan.status === 'draft' && isCommune(actor, plan),
  /** Inviting communes and setting shares commits money. */
  share: (actor, plan) => plan.status === 'draft' && isLeader(actor, plan),
  snapshot: (actor, plan) => plan.status === 'draft' && isLeader(actor, plan),
  review: (actor, plan) => plan.status === 'inForce' && isLeader(actor, plan),
  /** A next plan begins as a copy of this one. */
  revise: (actor, plan) => plan.status === 'inForce' && isLeader(actor, plan),
  /** An action in force becomes a need. */
  turnIntoNeed: (actor, plan) => plan.status === 'inForce' && isLeader(actor, plan),

  submit: isLeader,
  return: isExecutive,
  validate: isExecutive,
  deliberate: (actor, { communeId }) => worksFor(actor, communeId, 'secretary'),
  close: isExecutive,
  discard: isLeader,
} satisfies Record<
  | PlanStep
  | 'follow'
  | 'readPublic'
  | 'edit'
  | 'share'
  | 'snapshot'
  | 'review'
  | 'revise'
  | 'turnIntoNeed',
  Rule<Subject>
>

/** For collaboration, where the need is opened. */
export const mayTurnIntoNeed: Rule<Subject> = planPolicy.turnIntoNeed

/** Whoever may open a plan for the commune they act for. */
export const mayStartPlan: Rule = (actor) =>
  actor.organisation?.kind === 'commune' &&
  isCommune(actor, { communeId: actor.organisation.id, status: 'draft' })

type Shared = Pick<FullPlan, 'plan' | 'partners'>

/** The communes that share the plan read all of it, from the day they are invited. */
export const mayFollow: Rule<Shared> = (actor, { plan, partners }) =>
  planPolicy.follow(actor, plan) ||
  partners.some(
    ({ communeId, status }) => status !== 'declined' && worksFor(actor, communeId, ...communeTeam),
  )

/** A partner's own executive answers for it. */
export const mayAnswerInvitation: Rule<Shared> = (actor, { plan, partners }) =>
  plan.status === 'draft' &&
  partners.some(
    ({ communeId, leadId, status }) =>
      status === 'invited' &&
      communeId !== leadId &&
      worksFor(actor, communeId, 'secretary', 'mayor'),
  )

/** A member commune says its own of the year; the lead says its in the review it holds. */
export const mayGiveNote: Rule<Shared> = (actor, { plan, partners }) =>
  plan.status === 'inForce' &&
  partners.some(
    ({ communeId, status }) =>
      status === 'accepted' &&
      communeId !== plan.communeId &&
      worksFor(actor, communeId, ...communeOfficers),
  )

function isCommune(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeTeam, 'drafter')
}

function isLeader(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}
