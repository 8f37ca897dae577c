/** The exact text of an agreement: its clauses with what is known of the two parties, and its fingerprint. */
import { createHash } from 'node:crypto'
import { formatDate, formatMoney } from '#platform/format.ts'
import type { Agreement, AgreementClause, FullAgreement } from './agreement.schema.ts'

export interface PartyNames {
  readonly commune: string
  readonly startup: string
}

type Filled = Pick<Agreement, 'purpose' | 'amount' | 'startsOn' | 'endsOn'>

/** « [commune] », « [montant] »… become what the agreement says; what is not known yet stays as it is. */
export function fillClause(body: string, agreement: Filled, names: PartyNames): string {
  const values: Record<string, string> = {
    commune: names.commune,
    startup: names.startup,
    objet: agreement.purpose,
    montant: agreement.amount > 0 ? formatMoney(agreement.amount) : '',
    début: agreement.startsOn ? formatDate(agreement.startsOn) : '',
    fin: agreement.endsOn ? formatDate(agreement.endsOn) : '',
  }
  return body.replace(/\[([a-zé]+)\]/g, (token, name: string) => values[name] || token)
}

/** Whether a change of the details changes this clause. */
export function dependsOnDetails({ body }: Pick<AgreementClause, 'body'>): boolean {
  return /\[(objet|montant|début|fin)\]/.test(body)
}

export interface TextClause {
  readonly key: string
  readonly title: string
  readonly body: string
}

export function toText({ agreement, clauses }: FullAgreement, names: PartyNames): TextClause[] {
  return clauses
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ key, title, body }) => ({ key, title, body: fillClause(body, agreement, names) }))
}

/** Signatures are given over this, and nothing else. */
export function hashAgreement(full: FullAgreement, names: PartyNames): string {
  const { reference, title, amount, startsOn, endsOn, communeId, startupId } = full.agreement
  const whole = JSON.stringify({
    reference,
    title,
    amount,
    startsOn,
    endsOn,
    communeId,
    startupId,
    clauses: toText(full, names),
  })
  return createHash('sha256').update(whole).digest('hex')
}

/** A clause is agreed when both sides have said so of its present wording. */
export function isAgreed(clause: Pick<AgreementClause, 'communeAgreedAt' | 'startupAgreedAt'>) {
  return clause.communeAgreedAt !== null && clause.startupAgreedAt !== null
}

export function areDetailsComplete({ amount, startsOn, endsOn }: Filled): boolean {
  return amount >= 0 && startsOn !== null && endsOn !== null
}
