/** Who may prepare a file and who may verify it: the startup's people on one side, the association on the other. */
import { type Actor, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { VerificationStep } from './verification.workflow.ts'

type FileRule = 'edit' | VerificationStep

interface StartupFile {
  readonly id: string
}
interface SolutionFile {
  readonly startupId: string
}

/** Every person of the company prepares its file; its manager answers for it before the association. */
export const startupPolicy = {
  edit: (actor, { id }) => isColleague(actor, id),
  submit: isManagerOf,
  withdraw: isManagerOf,
  resubmit: isManagerOf,
  reopen: isManagerOf,
  revise: (actor, { id }) => isColleague(actor, id),
  amend: (actor, { id }) => isColleague(actor, id),
  verify: associationStaff,
  requestEdits: associationStaff,
  reject: associationStaff,
  suspend: associationStaff,
  reinstate: associationStaff,
} satisfies Record<FileRule, Rule<StartupFile>>

const isVendor: Rule<SolutionFile> = (actor, { startupId }) => isColleague(actor, startupId)

export const solutionPolicy = {
  edit: isVendor,
  submit: isVendor,
  withdraw: isVendor,
  resubmit: isVendor,
  reopen: isVendor,
  revise: isVendor,
  amend: isVendor,
  verify: associationStaff,
  requestEdits: associationStaff,
  reject: associationStaff,
  suspend: associationStaff,
  reinstate: associationStaff,
} satisfies Record<FileRule, Rule<SolutionFile>>

/** The working pages of a company: for those who act in its name. */
export const startupPeople: Rule = (actor) => worksForA(actor, 'startup', 'manager', 'member')

function isColleague(actor: Actor, startupId: string): boolean {
  return worksFor(actor, startupId, 'manager', 'member')
}

function isManagerOf(actor: Actor, { id }: StartupFile): boolean {
  return worksFor(actor, id, 'manager')
}
