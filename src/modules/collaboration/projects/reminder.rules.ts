/** Which reminder a milestone calls for on a day: a week before a date, then once it has passed. */
import { addDaysTo } from '#platform/days.rules.ts'
import { isLate } from './milestone-state.rules.ts'
import type { Milestone } from './project.schema.ts'

export type MilestoneReminder = 'dueSoon' | 'overdue' | 'reservesSoon' | 'reservesOverdue'

export const noticeDays = 7

export function findReminder(
  milestone: Pick<Milestone, 'status' | 'dueOn' | 'reservesDueOn'>,
  today: string,
): MilestoneReminder | undefined {
  const { status, dueOn, reservesDueOn } = milestone
  const isReserve = status === 'partlyAccepted'
  if (!isReserve && status !== 'planned' && status !== 'refused') return undefined
  const day = isReserve ? reservesDueOn : dueOn
  if (day === null || day > addDaysTo(today, noticeDays)) return undefined
  if (isLate(milestone, today)) return isReserve ? 'reservesOverdue' : 'overdue'
  return isReserve ? 'reservesSoon' : 'dueSoon'
}
