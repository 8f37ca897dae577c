/** What a request comes to: what is paid, who receives it, by when, and what silence is worth. */
import { addDaysTo } from '#platform/days.rules.ts'
import { holds } from './condition.rules.ts'
import type { Answers, Definition, FeeRule, Routing } from './procedure.types.ts'

/** A tariff of the commune, as its deliberation sets it. */
export interface Tariff {
  readonly label: string
  readonly amount: number
  readonly deliberationNumber: string | null
  readonly deliberationDate: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly annulledOn: string | null
}

/** A tariff nobody can trace to a deliberation asks nobody for money. */
export function isInForce(tariff: Tariff, day: string): boolean {
  const { deliberationNumber, deliberationDate, validFrom, validUntil, annulledOn } = tariff
  return (
    deliberationNumber !== null &&
    deliberationDate !== null &&
    validFrom !== null &&
    validFrom <= day &&
    (validUntil === null || day <= validUntil) &&
    (annulledOn === null || day < annulledOn)
  )
}

export interface DueLine {
  readonly tariff: Tariff
  readonly quantity: number
  readonly amount: number
}

export type Due =
  | { readonly kind: 'free' }
  /** No sum is shown while one part of it is unknown. */
  | { readonly kind: 'toConfirm'; readonly missing: readonly string[] }
  | { readonly kind: 'due'; readonly lines: readonly DueLine[]; readonly total: number }

/** What is owed on this day; `seen` holds visible answers only. Of two tariffs in force the latest counts. */
export function computeFee(
  rule: FeeRule,
  seen: Answers,
  tariffs: readonly Tariff[],
  day: string,
): Due {
  if (rule.kind === 'free') return { kind: 'free' }
  if (rule.kind === 'unknown') return { kind: 'toConfirm', missing: [] }
  const lines: DueLine[] = []
  const missing: string[] = []
  for (const { when, times, tariff: label } of rule.lines) {
    if (!holds(when, seen)) continue
    const tariff = findTariff(tariffs, label, day)
    const quantity = countTimes(times, seen)
    if (!tariff || quantity === null) missing.push(label)
    else lines.push({ tariff, quantity, amount: tariff.amount * quantity })
  }
  if (missing.length > 0) return { kind: 'toConfirm', missing }
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  return total === 0 ? { kind: 'free' } : { kind: 'due', lines, total }
}

/** In force on this day, the latest of several. */
export function findTariff(
  tariffs: readonly Tariff[],
  label: string,
  day: string,
): Tariff | undefined {
  return tariffs
    .filter((tariff) => tariff.label === label && isInForce(tariff, day))
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0]
}

function countTimes(times: string | undefined, seen: Answers): number | null {
  if (times === undefined) return 1
  const answer = seen[times]
  if (Array.isArray(answer)) return answer.length
  return typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= 0 ? answer : null
}

export function chooseDepartment({ department, exceptions }: Routing, seen: Answers): string {
  return exceptions.find(({ when }) => holds(when, seen))?.department ?? department
}

export interface Deadline {
  readonly day: string
  readonly silence: 'accepted' | 'refused' | null
}

/** Frozen when the request is received: a later revision changes nothing for it. */
export function computeDeadline(
  { timeLimit }: Pick<Definition, 'timeLimit'>,
  seen: Answers,
  receivedOn: string,
): Deadline | null {
  if (timeLimit === null) return null
  const { days, silence } = timeLimit
  return {
    day: addDaysTo(receivedOn, days),
    silence: silence && holds(silence.when, seen) ? silence.means : null,
  }
}
