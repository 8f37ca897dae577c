/** Who may do what with a call. The lead commune writes it and its executive answers for it; startups answer it. */
import { type Actor, communeOfficers, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Call } from './call.schema.ts'
import { type CallStep, unpublishedStatuses } from './call.workflow.ts'

type CallAct =
  | CallStep
  | 'read'
  | 'edit'
  | 'follow'
  | 'amend'
  | 'answer'
  | 'ask'
  | 'propose'
  | 'nameCommittee'
  | 'optIn'
  | 'complain'
  | 'answerComplaint'

type Subject = Pick<Call, 'communeId' | 'partyIds' | 'status'>

export const callPolicy = {
  read: (actor, call) =>
    !unpublishedStatuses.includes(call.status) ||
    isParty(actor, call) ||
    associationStaff(actor, call),
  /** The inside of the file: committee, opening, evaluation. */
  follow: (actor, call) => isParty(actor, call) || associationStaff(actor, call),

  edit: (actor, call) => isWriter(actor, call) && ['draft', 'returned'].includes(call.status),
  submit: isWriter,
  publish: isExecutive,
  sendBack: isExecutive,
  amend: (actor, call) => isExecutive(actor, call) && call.status === 'published',
  answer: (actor, call) => isLead(actor, call) && call.status === 'published',

  nameCommittee: (actor, call) =>
    isExecutive(actor, call) &&
    [...unpublishedStatuses, 'published', 'opened'].includes(call.status),
  open: isLead,
  settle: isLead,
  award: isExecutive,
  conclude: isExecutive,
  reconsider: isExecutive,
  declareUnsuccessful: isExecutive,
  cancel: isExecutive,
  answerComplaint: isExecutive,
  optIn: (actor, call) =>
    worksForA(actor, 'commune', 'secretary', 'mayor') &&
    isParty(actor, call) &&
    ['awarded', 'concluded'].includes(call.status),

  ask: (actor, call) => isStartup(actor) && call.status === 'published',
  propose: (actor, call) => isStartup(actor) && call.status === 'published',
  complain: (actor, call) => worksForA(actor, 'startup', 'manager') && call.status === 'awarded',
} satisfies Record<CallAct, Rule<Subject>>

function isParty(actor: Actor, { partyIds }: Subject): boolean {
  return partyIds.some((communeId) => worksFor(actor, communeId))
}

function isWriter(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeTeam)
}

function isLead(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}

function isStartup(actor: Actor): boolean {
  return worksForA(actor, 'startup', 'manager', 'member')
}
