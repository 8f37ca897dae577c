/** Who acts on a member of a committee: the member, and the executive of the commune that leads the call. */
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { Member } from './member.schema.ts'
import type { MemberStep } from './member.workflow.ts'

type Subject = Pick<Member, 'personId' | 'communeId' | 'status'>

export const memberPolicy = {
  declare: isSelf,
  cut: (actor, member) =>
    isSelf(actor, member) || worksFor(actor, member.communeId, 'secretary', 'mayor'),
  /** Reads the proposals and notes them. */
  evaluate: (actor, member) => isSelf(actor, member) && member.status === 'declared',
} satisfies Record<MemberStep | 'evaluate', Rule<Subject>>

function isSelf(actor: Actor, { personId }: Subject): boolean {
  return actor.kind === 'person' && actor.id === personId
}
