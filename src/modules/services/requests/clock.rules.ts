/** The time a town hall has: it stands still while the citizen completes, and goes on where it was. */
import { countDays, dayMs } from '#platform/days.rules.ts'

/** Whole days begun between two moments. A day begun is a day: whoever waited is not held against. */
export function countPausedDays(pausedAt: Date, until: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - pausedAt.getTime()) / dayMs))
}

/** Days left on this day; negative once it is late, null where no time limit is known or the clock stands still. */
export function countDaysLeft(
  { dueOn, pausedAt }: { readonly dueOn: string | null; readonly pausedAt: Date | null },
  today: string,
): number | null {
  if (dueOn === null || pausedAt !== null) return null
  return countDays(today, dueOn)
}
