/** What a telephone is told, on its screen or by SMS. What was asked stays out: others may look at the telephone. */
import type { DocumentState, StoredDocument } from '#platform/documents.ts'
import { formatMoney, formatShortDate } from '#platform/format.ts'
import { reportStatusLabels } from '../reports/report.labels.ts'
import type { PhoneReport } from '../reports/tell-by-phone.actions.ts'
import { requestStatusLabels } from '../requests/request.labels.ts'
import type { PhoneRequest } from './phone.queries.ts'

export function describeRequest({
  reference,
  status,
  dueOn,
  pausedAt,
  toPay,
}: PhoneRequest): string {
  const isOpen = ['received', 'inReview', 'proposed'].includes(status)
  return [
    `${reference} : ${requestStatusLabels[status]}.`,
    ...(pausedAt ? ['La mairie attend vos compléments ; le délai est arrêté.'] : []),
    ...(isOpen && dueOn ? [`Réponse au plus tard le ${formatShortDate(dueOn)}.`] : []),
    ...(toPay ? [`À payer : ${formatMoney(toPay)}.`] : []),
  ].join(' ')
}

export function describeReport({ reference, status }: PhoneReport): string {
  return `${reference} : ${reportStatusLabels[status]}.`
}

export const noRequests = 'Aucune demande n’a donné ce numéro de téléphone.'

const stateWords: Readonly<Record<DocumentState, string>> = {
  valid: 'Valable',
  replaced: 'Remplacé par un plus récent',
  revoked: 'Retiré : ne vaut plus',
}

export interface FoundPaper {
  readonly document: StoredDocument
  readonly state: DocumentState
}

export function describePaper(found: FoundPaper | undefined): string {
  if (!found) return 'Aucun papier émis ici ne porte ce code. Relisez-le.'
  const { document, state } = found
  const { name, reference, issuerName, createdAt } = document
  return `${stateWords[state]}. ${name} ${reference}, ${issuerName}, ${formatShortDate(createdAt)}.`
}
