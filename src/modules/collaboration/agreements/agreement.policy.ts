/** Who acts on an agreement: both sides propose, and only those who bind their side agree and sign. */
import { type Actor, communeOfficers, worksFor } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Agreement } from './agreement.schema.ts'
import type { AgreementStep } from './agreement.workflow.ts'

type Subject = Pick<Agreement, 'communeId' | 'startupId' | 'status'>

export const agreementPolicy = {
  read: (actor, agreement) => isTeam(actor, agreement) || associationStaff(actor, agreement),
  /** Proposes wordings and comments. */
  propose: (actor, agreement) => agreement.status === 'negotiating' && isTeam(actor, agreement),
  /** Agrees to a clause, in the name of their side. */
  accept: (actor, agreement) => agreement.status === 'negotiating' && binds(actor, agreement),
  editDetails: (actor, agreement) =>
    agreement.status === 'negotiating' && worksFor(actor, agreement.communeId, ...communeOfficers),
  agree: binds,
  reopen: binds,
  sign: binds,
  complete: binds,
  suspend: isExecutive,
  resume: isExecutive,
  terminate: binds,
  end: (actor, agreement) => actor.kind === 'system' || isExecutive(actor, agreement),
  abandon: binds,
  amend: (actor, agreement) => agreement.status === 'active' && binds(actor, agreement),
} satisfies Record<
  AgreementStep | 'read' | 'propose' | 'accept' | 'editDetails' | 'amend',
  Rule<Subject>
>

export type Side = 'commune' | 'startup'

export function sideOf({ organisation }: Actor, { communeId, startupId }: Subject): Side | null {
  if (organisation?.id === communeId) return 'commune'
  return organisation?.id === startupId ? 'startup' : null
}

function isTeam(actor: Actor, { communeId, startupId }: Subject): boolean {
  return (
    worksFor(actor, communeId, ...communeOfficers) ||
    worksFor(actor, startupId, 'manager', 'member')
  )
}

function binds(actor: Actor, { communeId, startupId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor') || worksFor(actor, startupId, 'manager')
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}
