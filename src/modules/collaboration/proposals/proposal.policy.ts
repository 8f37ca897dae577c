/** Who may touch a proposal: its startup; a manager seals and withdraws in the startup's name. The commune opens them all at once. */
import { type Actor, communeOfficers, worksFor, worksForA } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { Proposal } from './proposal.schema.ts'
import type { ProposalStep } from './proposal.workflow.ts'

type Subject = Pick<Proposal, 'startupId' | 'status'>

export const proposalPolicy = {
  read: isOfStartup,
  write: (actor, proposal) => isOfStartup(actor, proposal) && proposal.status !== 'opened',
  seal: leads,
  withdraw: leads,
  open: (actor) => worksForA(actor, 'commune', ...communeOfficers),
} satisfies Record<ProposalStep | 'read' | 'write', Rule<Subject>>

function isOfStartup(actor: Actor, { startupId }: Subject): boolean {
  return worksFor(actor, startupId, 'manager', 'member')
}

function leads(actor: Actor, { startupId }: Subject): boolean {
  return worksFor(actor, startupId, 'manager')
}
