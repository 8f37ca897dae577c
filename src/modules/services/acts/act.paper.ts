/** An act on paper: the commune's heading, its text, who signed, and the two squares by which it is checked. */
import { body, type Issuer, type NewDocument, prose, signatures } from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Act } from './act.queries.ts'

interface ActParts {
  readonly act: Act
  readonly issuer: Issuer
  /** Of whoever signed. */
  readonly signatory: string
}

export function writeAct({ act, issuer, signatory }: ActParts): NewDocument {
  const { id, communeId, requesterId, title, holder, reference, signedAt, capacity } = act
  return {
    kind: 'act',
    subject: { kind: 'act', id },
    issuer: { id: communeId, name: issuer.name },
    holder,
    ...(requesterId && { personId: requesterId }),
    model: inLocale('fr', () => ({
      issuer,
      kicker: 'Acte',
      title,
      subtitle: `Délivré à ${holder}`,
      reference,
      date: signedAt,
      body: body(
        ...prose(act.body),
        signatures(
          [{ capacity, name: signatory, evidence: `Signé sur Cauri le ${formatDate(signedAt)}` }],
          { place: issuer.name, day: signedAt },
        ),
      ),
    })),
  }
}
