/** A member of the committee of a call (« comité d’évaluation »). */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { MemberStatus } from './member.workflow.ts'

export const duties = ['president', 'member', 'secretary'] as const
export type Duty = (typeof duties)[number]

export type Member = Omit<Selectable<Tables['collaboration.callMember']>, 'status' | 'duty'> & {
  readonly status: MemberStatus
  readonly duty: Duty
}
