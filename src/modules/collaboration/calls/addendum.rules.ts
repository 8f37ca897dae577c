/** What an addendum changes, as everybody reads it, and the latest it may still come. */
import { formatDateTime } from '#platform/format.ts'
import { type CallDates, earliestDeadlineAfterChange, type TimeLimits } from './call-dates.rules.ts'

export interface Amendable {
  readonly purpose: string
  readonly requirements: string
  readonly questionsUntil: Date | null
  readonly deadline: Date | null
}

export interface Change {
  readonly label: string
  readonly before: string
  readonly after: string
}

const amended: readonly { field: keyof Amendable; label: string }[] = [
  { field: 'purpose', label: 'L’objet' },
  { field: 'requirements', label: 'Ce que la réponse contient et respecte' },
  { field: 'questionsUntil', label: 'Fin des questions' },
  { field: 'deadline', label: 'Date limite des propositions' },
]

export function listChanges(before: Amendable, after: Amendable): Change[] {
  return amended
    .map(({ field, label }) => ({ label, before: show(before[field]), after: show(after[field]) }))
    .filter((change) => change.before !== change.after)
}

function show(value: string | Date | null): string {
  return value instanceof Date ? formatDateTime(value) : (value ?? '')
}

/** Why these new dates cannot be published now, by field; empty when they can. */
export function checkAmendedDates(
  call: Pick<CallDates, 'deadline'>,
  { questionsUntil, deadline }: Pick<CallDates, 'questionsUntil' | 'deadline'>,
  limits: TimeLimits,
  now: Date,
): { readonly questionsUntil?: string; readonly deadline?: string } {
  if (!call.deadline || !deadline) return { deadline: 'Indiquez la date limite.' }
  const earliest = earliestDeadlineAfterChange(call.deadline, limits, now)
  if (deadline < earliest)
    return {
      deadline:
        earliest > call.deadline
          ? `Le changement est tardif : laissez ${limits.lateChangeDays} jours entiers, soit au plus tôt le ${formatDateTime(earliest)}.`
          : 'La date limite ne peut pas être avancée.',
    }
  if (!questionsUntil || questionsUntil >= deadline)
    return { questionsUntil: 'Les questions se ferment avant la date limite des propositions.' }
  return {}
}
