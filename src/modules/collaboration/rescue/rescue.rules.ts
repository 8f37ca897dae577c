/** When a call is watched: a word to those who could still answer, and to the commune when nobody did. */
import { addDays } from '#platform/days.rules.ts'

export interface Watched {
  readonly deadline: Date | null
  readonly remindedAt: Date | null
  readonly rescuedAt: Date | null
}

const reminderDays = 3

/** Three days before the deadline, once; the same words whether or not somebody has answered. */
export function isReminderDue({ deadline, remindedAt }: Watched, now: Date): boolean {
  return (
    deadline !== null &&
    remindedAt === null &&
    now < deadline &&
    deadline <= addDays(now, reminderDays)
  )
}

/** After the deadline, once, when nothing was received. */
export function isRescueDue({ deadline, rescuedAt }: Watched, sealed: number, now: Date): boolean {
  return deadline !== null && rescuedAt === null && now >= deadline && sealed === 0
}
