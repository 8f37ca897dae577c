/** The receipt of a payment: number, amount, what for, by whom; its code says whether it holds. */
import {
  body,
  facts,
  type Issuer,
  type NewDocument,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Payment } from './payment.queries.ts'

interface QuittanceParts {
  readonly payment: Payment
  readonly issuer: Issuer
  /** Number and title of the request. */
  readonly about: { readonly reference: string | null; readonly title: string }
  /** Of whoever took the money at the counter. */
  readonly receiver: string | null
}

export function writeQuittance({ payment, issuer, about, receiver }: QuittanceParts): NewDocument {
  const { id, communeId, requesterId, quittance, payer, amount, lines, paidAt, method } = payment
  return {
    kind: 'quittance',
    subject: { kind: 'payment', id },
    issuer: { id: communeId, name: issuer.name },
    ...(requesterId && { personId: requesterId }),
    model: inLocale('fr', () => ({
      issuer,
      kicker: 'Quittance',
      title: `Reçu de ${formatMoney(amount)}`,
      reference: quittance,
      date: paidAt,
      body: body(
        facts([
          ['Reçu de', payer],
          ['Pour', about.title],
          ['Demande', about.reference ?? ''],
          ['Moyen', method === 'counter' ? 'Espèces, au guichet' : 'Mobile money'],
        ]),
        table({
          columns: [
            'Tarif',
            { label: 'Nombre', kind: 'number' },
            { label: 'Montant', kind: 'money' },
          ],
          rows: lines.map((line) => [line.label, line.quantity, line.amount]),
          total: ['Total', null, amount],
        }),
        ...(receiver
          ? [
              signatures([{ capacity: 'Reçu par', name: receiver }], {
                ...{ place: issuer.name, day: paidAt },
              }),
            ]
          : []),
      ),
    })),
  }
}
