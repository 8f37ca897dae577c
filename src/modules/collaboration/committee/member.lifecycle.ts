/** How a member's standing is kept, in the journal of the commune that leads the call. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { memberPolicy } from './member.policy.ts'
import type { Member } from './member.schema.ts'
import {
  type MemberFact,
  type MemberStatus,
  type MemberStep,
  memberWorkflow,
} from './member.workflow.ts'

export const memberLifecycle: Lifecycle<Member, MemberStatus, MemberStep, MemberFact> = {
  kind: 'callMember',
  table: 'collaboration.callMember',
  historyTable: 'collaboration.callMemberEvent',
  workflow: memberWorkflow,
  policy: memberPolicy,
  historyOf: ({ id, callId }) => ({ memberId: id, callId }),
  journalOf: ({ communeId }) => communeId,
  missing: { reasonIsGiven: 'Dites quel est le lien ou l’intérêt.' },
}
