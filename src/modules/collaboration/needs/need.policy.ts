/** Who may do what with a need. Its commune writes it; its executive answers for it. */
import { type Actor, communeOfficers, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Need } from './need.schema.ts'
import type { NeedStep } from './need.workflow.ts'

type NeedAct = NeedStep | 'read' | 'edit' | 'join' | 'rank' | 'contact'
type Subject = Pick<Need, 'communeId' | 'status'>

export const needPolicy = {
  read: (actor, need) =>
    isPublicNeed(need) || isOfCommune(actor, need) || worksForA(actor, 'association'),

  edit: (actor, need) => isWriter(actor, need) && ['draft', 'returned'].includes(need.status),
  submit: isWriter,

  publish: isExecutive,
  sendBack: isExecutive,
  takeBack: isExecutive,
  meet: isExecutive,
  reopen: isExecutive,
  withdraw: (actor, need) =>
    isExecutive(actor, need) || (need.status === 'published' && associationStaff(actor, need)),

  join: (actor, need) =>
    worksForA(actor, 'commune', ...communeOfficers) &&
    !worksFor(actor, need.communeId) &&
    need.status === 'published',
  rank: (actor, need) => isOfCommune(actor, need) || worksForA(actor, 'association', 'staff'),
  contact: (actor, need) =>
    worksFor(actor, need.communeId, ...communeOfficers) && need.status === 'published',
} satisfies Record<NeedAct, Rule<Subject>>

/** Starting a need: there is no need yet, only somebody of a commune. */
export const mayStartNeed: Rule = (actor) => worksForA(actor, 'commune', ...communeTeam, 'drafter')

/** Read by everybody, and so is its sheet. */
export function isPublicNeed(need: Pick<Need, 'status'>): boolean {
  return need.status === 'published' || need.status === 'met'
}

function isOfCommune(actor: Actor, need: Subject): boolean {
  return worksFor(actor, need.communeId) || worksFor(actor, need.communeId, 'drafter')
}

function isWriter(actor: Actor, need: Subject): boolean {
  return worksFor(actor, need.communeId, ...communeTeam, 'drafter')
}

function isExecutive(actor: Actor, need: Subject): boolean {
  return worksFor(actor, need.communeId, 'secretary', 'mayor')
}
