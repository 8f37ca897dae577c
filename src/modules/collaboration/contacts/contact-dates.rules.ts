/** When an answer is due, which reminders fall due, and which dates may be proposed. Benin keeps UTC+1 all year. */
import { dayMs } from '#platform/days.rules.ts'
import type { Contact } from './contact.schema.ts'

const offsetMs = 3_600_000
const answerWorkingDays = 10
const remindBeforeDays = 3
const outcomeAfterDays = 7
const mostDaysAhead = 90

/** The end of the last of so many working days, counted from the day after; days off as YYYY-MM-DD. */
export function computeAnswerDueAt(
  now: Date,
  daysOff: readonly string[] = [],
  workingDays = answerWorkingDays,
): Date {
  const closed = new Set(daysOff.map((day) => Date.parse(`${day}T00:00:00Z`) / dayMs))
  let day = dayOf(now)
  for (let left = workingDays; left > 0; ) {
    day++
    if (!isWeekend(day) && !closed.has(day)) left--
  }
  return new Date((day + 1) * dayMs - offsetMs - 60_000)
}

/** The day in Benin, counted from 1 January 1970, which was a Thursday. */
function dayOf(moment: Date): number {
  return Math.floor((moment.getTime() + offsetMs) / dayMs)
}

function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7
  return weekday === 0 || weekday === 6
}

export type ContactReminder =
  | 'answerSoon'
  | 'answerOverdue'
  | 'demonstrationTomorrow'
  | 'outcomeAwaited'

type Dated = Pick<
  Contact,
  | 'status'
  | 'answerDueAt'
  | 'demonstrationAt'
  | 'remindedAt'
  | 'demonstrationRemindedAt'
  | 'outcomeRemindedAt'
>

/** Each reminder falls due once; whoever sends it notes when. */
export function listDueReminders(contact: Dated, now: Date): ContactReminder[] {
  return [...listAnswerReminders(contact, now), ...listDemonstrationReminders(contact, now)]
}

function listAnswerReminders(
  { status, answerDueAt, remindedAt }: Dated,
  now: Date,
): ContactReminder[] {
  if (status !== 'sent') return []
  if (now > answerDueAt)
    return remindedAt !== null && remindedAt > answerDueAt ? [] : ['answerOverdue']
  const isSoon = answerDueAt.getTime() - now.getTime() <= remindBeforeDays * dayMs
  return isSoon && remindedAt === null ? ['answerSoon'] : []
}

function listDemonstrationReminders(contact: Dated, now: Date): ContactReminder[] {
  const { status, demonstrationAt, demonstrationRemindedAt, outcomeRemindedAt } = contact
  if (demonstrationAt === null || (status !== 'scheduled' && status !== 'demonstrated')) return []
  const until = demonstrationAt.getTime() - now.getTime()
  if (until > 0) {
    const isTomorrow = dayOf(demonstrationAt) - dayOf(now) === 1 && until <= dayMs
    return status === 'scheduled' && isTomorrow && demonstrationRemindedAt === null
      ? ['demonstrationTomorrow']
      : []
  }
  return -until >= outcomeAfterDays * dayMs && outcomeRemindedAt === null ? ['outcomeAwaited'] : []
}

/** The reason to refuse the proposed dates, or null. None at all is fine. */
export function checkProposedDates(dates: readonly Date[], now: Date): string | null {
  if (dates.some((date) => date <= now)) return 'Proposez des dates à venir'
  if (dates.some((date) => date.getTime() - now.getTime() > mostDaysAhead * dayMs))
    return 'Proposez des dates dans les trois mois'
  if (new Set(dates.map((date) => date.getTime())).size < dates.length)
    return 'Proposez des dates différentes'
  return dates.length > 3 ? 'Proposez trois dates au plus' : null
}
