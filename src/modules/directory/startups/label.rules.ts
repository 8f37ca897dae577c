/** The life of a startup label: granted for the years its decree says, reminded of before its end. */
import { addYearsTo, countDays } from '#platform/days.rules.ts'
import { formatDate } from '#platform/format.ts'
import reference from '#reference/startup-label.json' with { type: 'json' }

/** What the decree in force since a day says; a later decree is one more row. */
export interface LabelRule {
  readonly validFrom: string
  readonly years: number
  readonly oldestCompanyYears: number
}

export const labelRules: readonly LabelRule[] = reference.rows

/** Before the end, in days; 0 is the last day itself. */
const reminders = [0, 30, 90] as const
export type Reminder = (typeof reminders)[number]

export type LabelState = 'none' | 'valid' | 'ending' | 'expired'

export interface Label {
  readonly labelNumber: string | null
  readonly labelExpiresOn: string | null
}

/** The rule under which a label of that day was granted; undefined before the label existed. */
export function findLabelRule(issuedOn: string, rules = labelRules): LabelRule | undefined {
  return rules
    .filter(({ validFrom }) => validFrom <= issuedOn)
    .reduce<LabelRule | undefined>(
      (newest, rule) => (newest && newest.validFrom > rule.validFrom ? newest : rule),
      undefined,
    )
}

/** The day the label ends unless its document says otherwise; null before the label existed. */
export function computeLabelExpiry(issuedOn: string, rules = labelRules): string | null {
  const rule = findLabelRule(issuedOn, rules)
  return rule ? addYearsTo(issuedOn, rule.years) : null
}

/** The reason to refuse the dates of a label, by field; null when they can be true. */
export function findLabelFault(
  { labelIssuedOn, labelExpiresOn }: LabelDates,
  today: string,
  rules = labelRules,
): LabelFault | null {
  if (labelIssuedOn === null) return null
  if (labelIssuedOn > today)
    return { labelIssuedOn: 'La date de délivrance est à venir : vérifiez-la' }
  const first = rules.map(({ validFrom }) => validFrom).toSorted()[0]
  if (first !== undefined && labelIssuedOn < first)
    return { labelIssuedOn: `Le label startup existe depuis le ${formatDate(first)}` }
  return labelExpiresOn !== null && labelExpiresOn <= labelIssuedOn
    ? { labelExpiresOn: 'La fin du label vient avant sa délivrance' }
    : null
}

interface LabelDates {
  readonly labelIssuedOn: string | null
  readonly labelExpiresOn: string | null
}

type LabelFault = Partial<Record<keyof LabelDates, string>>

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
