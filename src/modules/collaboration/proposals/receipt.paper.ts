/** The receipt of a sealed proposal: proof that it arrived, and of what it was, without saying it. */
import { body, type DocumentModel, facts, type Issuer, paragraph } from '#platform/documents.ts'
import { formatDateTime } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Call } from '../calls/call.schema.ts'
import type { Receipt } from './proposal.queries.ts'

export function writeReceipt(
  call: Call,
  { receipt, sealedAt, sha256 }: Receipt,
  { issuer, startup }: { readonly issuer: Issuer; readonly startup: string },
): DocumentModel {
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Accusé de réception',
    title: call.title,
    reference: receipt,
    date: sealedAt,
    body: body(
      paragraph(
        'La plateforme a reçu la proposition désignée ci-dessous, scellée. Personne ne peut la lire avant la date limite.',
      ),
      facts([
        ['Appel', call.reference],
        ['Startup', startup],
        ['Reçue le', formatDateTime(sealedAt)],
        ['Date limite', call.deadline && formatDateTime(call.deadline)],
        ['Empreinte du contenu (SHA-256)', sha256],
      ]),
    ),
  }))
}
