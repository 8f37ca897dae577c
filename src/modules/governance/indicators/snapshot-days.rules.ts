/** The days that history keeps: the last of each month that is over, and today. Pure. */
import { addDaysTo } from '#platform/days.rules.ts'

/** Beyond it nothing is counted again. */
const mostMonths = 60

/** The last day of each month from the first fact on, the month of today left out; the oldest first. */
export function listMonthEnds(firstDay: string, today: string): string[] {
  const ends: string[] = []
  let end = endMonthBefore(today)
  while (end >= firstDay && ends.length < mostMonths) {
    ends.unshift(end)
    end = endMonthBefore(end)
  }
  return ends
}

/** The last day of the month before this day's. */
export function endMonthBefore(day: string): string {
  return addDaysTo(`${day.slice(0, 7)}-01`, -1)
}
