/** Who may do what with a digital budget: staff draft, the executive records the vote, everybody reads what was voted. */
import { type Actor, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Budget } from './budget.schema.ts'
import type { BudgetStep } from './budget.workflow.ts'

type Subject = Pick<Budget, 'communeId' | 'status'>

export const publicStatuses = ['adopted', 'amending', 'closed'] as const

/** Whoever may open a budget for the commune they act for. */
export const mayDraftBudgets = (actor: Actor) =>
  worksForA(actor, 'commune', ...communeTeam, 'drafter')

export const budgetPolicy = {
  follow: (actor, budget) => isStaff(actor, budget) || associationStaff(actor, budget),
  readPublic: (_, { status }) => publicStatuses.some((known) => known === status),
  /** Its lines and its totals. */
  edit: (actor, budget) =>
    (budget.status === 'draft' && isStaff(actor, budget)) ||
    (budget.status === 'amending' && isOwnStaff(actor, budget)),
  /** What was committed and paid: the accounts are the commune's own. */
  record: (actor, budget) =>
    (budget.status === 'adopted' || budget.status === 'amending') && isOwnStaff(actor, budget),

  submit: isStaff,
  sendBack: isExecutive,
  adopt: isExecutive,
  amend: isExecutive,
  adoptAmendment: isExecutive,
  abandon: isExecutive,
  close: isExecutive,
} satisfies Record<BudgetStep | 'follow' | 'readPublic' | 'edit' | 'record', Rule<Subject>>

function isStaff(actor: Actor, budget: Subject): boolean {
  return isOwnStaff(actor, budget) || worksFor(actor, budget.communeId, 'drafter')
}

function isOwnStaff(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeTeam)
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}
