/** Who delivers a milestone, who accepts it, who records its payment: whoever delivers never accepts. */
import { type Actor, communeOfficers, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { MilestoneStep } from './milestone.workflow.ts'
import type { Milestone } from './project.schema.ts'

type Subject = Pick<Milestone, 'communeId' | 'startupId' | 'status' | 'paidOn'>

export const milestonePolicy = {
  /** A contractor who is not on Cauri has nobody here: the commune records the delivery it received. */
  deliver: (actor, milestone) =>
    milestone.startupId === null
      ? isLeader(actor, milestone)
      : worksFor(actor, milestone.startupId, 'manager', 'member'),
  accept: isLeader,
  acceptPartly: isLeader,
  refuse: isLeader,
  liftReserves: isLeader,
  pay: (actor, milestone) =>
    isLeader(actor, milestone) &&
    milestone.paidOn === null &&
    (milestone.status === 'accepted' || milestone.status === 'partlyAccepted'),
} satisfies Record<MilestoneStep | 'pay', Rule<Subject>>

function isLeader(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}
