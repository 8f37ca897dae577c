/** Arithmetic of days: of moments (24 hours each), and of days of the calendar, written YYYY-MM-DD. */

export const dayMs = 86_400_000

export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * dayMs)
}

/** A month that is too short for the day ends in the first days of the next. */
export function addMonths(moment: Date, months: number): Date {
  const later = new Date(moment)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later
}

/** A day of the calendar, so many days later. */
export function addDaysTo(day: string, days: number): string {
  return addDays(new Date(Date.parse(day)), days)
    .toISOString()
    .slice(0, 10)
}

/** The same day some years later; 29 February becomes the 28th where the year has none. */
export function addYearsTo(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const hasLeapDay = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const monthAndDay = day.slice(5)
  return `${year}-${monthAndDay === '02-29' && !hasLeapDay ? '02-28' : monthAndDay}`
}

/** From one day of the calendar to another; negative when the second is past. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}
