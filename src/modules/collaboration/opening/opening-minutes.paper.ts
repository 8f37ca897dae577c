/** The opening minutes (« procès-verbal d’ouverture »): who was there, what was received, to the second. */
import {
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDateTime } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { FullCall } from '../calls/call.schema.ts'
import type { OpenedBid } from './bid.queries.ts'
import { listPrices } from './open-call.page.tsx'

export function writeOpeningMinutes(
  full: FullCall,
  bids: readonly OpenedBid[],
  issuer: Issuer,
): DocumentModel {
  return inLocale('fr', () => write(full, bids, issuer))
}

function write(full: FullCall, bids: readonly OpenedBid[], issuer: Issuer): DocumentModel {
  const { call } = full
  return {
    issuer,
    kicker: 'Procès-verbal d’ouverture',
    title: call.title,
    reference: `${call.reference}/PV`,
    date: call.openedAt ?? call.updatedAt,
    body: body(
      facts([
        ['Date limite', call.deadline && formatDateTime(call.deadline)],
        ['Ouverture', call.openedAt && formatDateTime(call.openedAt)],
      ]),
      section('Présents', prose(call.openingAttendees)),
      section(
        'Propositions reçues dans le délai',
        table({
          columns: ['Reçue de', 'Accusé', { label: 'Scellée le', kind: 'time' }, 'Prix'],
          rows: bids.map((bid) => [
            bid.name,
            bid.receipt,
            bid.sealedAt,
            bid.content ? listPrices(bid.content, full) : 'Enveloppe altérée : non ouverte',
          ]),
        }),
        paragraph(
          'Les propositions arrivées à la date limite ou après ont été refusées par la plateforme.',
        ),
      ),
      call.openingRemarks !== '' && section('Observations', prose(call.openingRemarks)),
      signatures([{ capacity: 'Pour la commune' }, { capacity: 'Le rapporteur du comité' }]),
    ),
  }
}
