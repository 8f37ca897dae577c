/** A signature as a paper shows it: for whom, who, and by what means; or the room to sign by hand. */
import { describeEvidence } from '#modules/identity/index.ts'
import type { Signatory } from '#platform/documents.ts'
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
