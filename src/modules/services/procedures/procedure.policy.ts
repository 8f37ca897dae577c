/** Who may do what with a procedure: the commune's people write it, the secretary or the IT officer publish, the secretary suspends. */
import { type Actor, communeTeam, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { ProcedureStep } from './procedure.workflow.ts'

interface Subject {
  readonly communeId: string
}

export const procedurePolicy = {
  write: (actor, { communeId }) => worksFor(actor, communeId, ...communeTeam),
  open: mayPublish,
  revise: mayPublish,
  suspend: isSecretary,
  resume: isSecretary,
} satisfies Record<ProcedureStep | 'write', Rule<Subject>>

function mayPublish(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'itOfficer')
}

function isSecretary(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary')
}
