/** The life of a startup label: granted for three years (décret 2023-095 of 22 March 2023), reminded of before its end. */
const labelYears = 3

/** Before the end, in days; 0 is the last day itself. */
const reminders = [0, 30, 90] as const
export type Reminder = (typeof reminders)[number]

export type LabelState = 'none' | 'valid' | 'ending' | 'expired'

export interface Label {
  readonly labelNumber: string | null
  readonly labelExpiresOn: string | null
}

/** The day the label ends unless its document says otherwise; a leap day ends on 28 February. */
export function computeLabelExpiry(issuedOn: string): string {
  const year = Number(issuedOn.slice(0, 4)) + labelYears
  const monthAndDay = issuedOn.slice(5)
  return `${year}-${monthAndDay === '02-29' ? '02-28' : monthAndDay}`
}

/** The label counts up to and including its last day. */
export function findLabelState({ labelNumber, labelExpiresOn }: Label, today: string): LabelState {
  if (!labelNumber || !labelExpiresOn) return 'none'
  const left = countDays(today, labelExpiresOn)
  if (left < 0) return 'expired'
  return left <= 90 ? 'ending' : 'valid'
}

/** The reminder that is due today; a run that was missed is caught up by the next one. */
export function findReminder(labelExpiresOn: string, today: string): Reminder | null {
  const left = countDays(today, labelExpiresOn)
  return reminders.find((days) => left <= days) ?? null
}

/** From one day to another; negative when the second is past. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
