/** Who may do what with a report: the people of its commune treat it; which categories a commune takes is for those who answer for it. */
import { type Actor, communeOfficers, communeTeam, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { ReportStep } from './report.workflow.ts'

export interface ReportSubject {
  readonly communeId: string
}

export const reportPolicy = {
  read: isTeam,
  /** To another department, or into the hands of a colleague. */
  route: isTeam,
  answer: isTeam,
  /** What everybody may read of it. */
  moderate: isTeam,
  take: isTeam,
  release: isTeam,
  resolve: isTeam,
  reject: isTeam,
  merge: isTeam,
  reopen: isTeam,
  /** By whoever holds the code, which the system has checked. */
  contest: (actor) => actor.kind === 'system',
} satisfies Record<ReportStep | 'read' | 'route' | 'answer' | 'moderate', Rule<ReportSubject>>

/** Which categories the commune takes, and who receives them. */
export const mayChooseCategories: Rule<ReportSubject> = (actor, { communeId }) =>
  worksFor(actor, communeId, ...communeOfficers)

function isTeam(actor: Actor, { communeId }: ReportSubject): boolean {
  return worksFor(actor, communeId, ...communeTeam)
}
