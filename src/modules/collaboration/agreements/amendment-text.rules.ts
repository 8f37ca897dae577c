/** What an amendment changes, from what to what; its fingerprint; and the agreement before its amendments. */
import { createHash } from 'node:crypto'
import type { Agreement, FullAgreement } from './agreement.schema.ts'
import type { Amendment, AmendmentChanges } from './amendment.queries.ts'

export interface AmendedTexts {
  readonly amount: number | null
  readonly endsOn: string | null
  /** By clause key. */
  readonly bodies: ReadonlyMap<string, string>
}

/** Only what differs from the agreement as it stands; what was left blank stays. */
export function listChanges(
  { agreement, clauses }: FullAgreement,
  { amount, endsOn, bodies }: AmendedTexts,
): AmendmentChanges {
  return {
    ...(amount !== null &&
      amount !== agreement.amount && { amount: { before: agreement.amount, after: amount } }),
    ...(endsOn !== null &&
      endsOn !== agreement.endsOn && { endsOn: { before: agreement.endsOn, after: endsOn } }),
    clauses: clauses.flatMap(({ key, title, body: before }) => {
      const body = bodies.get(key)
      return body && body !== before ? [{ key, title, before, body }] : []
    }),
  }
}

export const isEmpty = ({ amount, endsOn, clauses }: AmendmentChanges): boolean =>
  amount === undefined && endsOn === undefined && clauses.length === 0

/** Signatures are given over this. */
export function hashAmendment(
  { number, reason, changes }: Pick<Amendment, 'number' | 'reason' | 'changes'>,
  { reference }: Pick<Agreement, 'reference'>,
): string {
  const { amount, endsOn, clauses } = changes
  const texts = clauses.map(({ key, title, before, body }) => [key, title, before, body])
  const dates = [endsOn?.before, endsOn?.after]
  const whole = [reference, number, reason, [amount?.before, amount?.after], dates, texts]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

/** The agreement as both signed it at first, whatever was amended since. */
export function undoAmendments(
  { agreement, clauses }: FullAgreement,
  amendments: readonly Pick<Amendment, 'number' | 'status' | 'changes'>[],
): FullAgreement {
  const signed = amendments
    .filter(({ status }) => status === 'signed')
    .toSorted((a, b) => b.number - a.number)
  let { amount, endsOn } = agreement
  const bodies = new Map(clauses.map(({ key, body }) => [key, body]))
  for (const { changes } of signed) {
    if (changes.amount) amount = changes.amount.before
    if (changes.endsOn) endsOn = changes.endsOn.before
    for (const { key, before } of changes.clauses) bodies.set(key, before)
  }
  return {
    agreement: { ...agreement, amount, endsOn },
    clauses: clauses.map((clause) => ({ ...clause, body: bodies.get(clause.key) ?? clause.body })),
  }
}
