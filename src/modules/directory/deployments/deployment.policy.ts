/** Who may do what with a use: the vendor claims and replies, the commune answers, the association moderates. */
import { type Actor, communeOfficers, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Deployment } from './deployment.queries.ts'
import type { DeploymentStep } from './deployment.workflow.ts'

type Subject = Pick<Deployment, 'communeId' | 'startupId' | 'status'>

export const deploymentPolicy = {
  confirm: isCommune,
  contest: isCommune,
  end: isCommune,
  rate: (actor, use) => isCommune(actor, use) && use.status === 'confirmed',
  reply: (actor, use) => worksFor(actor, use.startupId, 'manager', 'member'),
  moderate: associationStaff,
} satisfies Record<DeploymentStep | 'rate' | 'reply' | 'moderate', Rule<Subject>>

/** Telling that one's commune uses a solution. */
export const mayDeclareUse: Rule = (actor) => worksForA(actor, 'commune', ...communeOfficers)

function isCommune(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}
