/** A signature as a paper shows it: for whom, who, and by what means; or the room to sign by hand. */
import type { Signatory } from '#platform/documents.ts'
import { formatDateTime } from '#platform/format.ts'
import type { Signature } from './signature.queries.ts'

export interface Party {
  readonly organisationId: string
  /** « Pour la commune de Glazoué » */
  readonly capacity: string
}

export function listSignatories(
  parties: readonly Party[],
  signatures: readonly Signature[],
): Signatory[] {
  return parties.map(({ organisationId, capacity }) => {
    const signature = signatures.find((one) => one.organisationId === organisationId)
    if (!signature) return { capacity }
    const { personName, personRole } = signature
    return {
      capacity,
      name: personRole ? `${personName}, ${personRole}` : personName,
      evidence: describeEvidence(signature),
    }
  })
}

function describeEvidence({ means, evidence, signedAt }: Signature): string {
  const { destination = '', sha256 = '' } = evidence as { destination?: string; sha256?: string }
  const moment = formatDateTime(signedAt)
  if (means === 'code') return `Signé le ${moment}, par un code reçu à l’adresse ${destination}.`
  if (means === 'passkey') return `Signé le ${moment}, par une clé d’accès.`
  return `Signé à la main ; document numérisé joint le ${moment}, empreinte ${sha256.slice(0, 16)}…`
}
