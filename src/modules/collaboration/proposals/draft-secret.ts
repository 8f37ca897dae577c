/** A draft at rest: encrypted under the server's secret, for this proposal only. */
import { decryptText, deriveKey, encryptText } from '#platform/secret.ts'
import type { Proposal, ProposalDraft } from './proposal.schema.ts'

export function encryptDraft(proposalId: string, draft: ProposalDraft, secret: Buffer): string {
  return encryptText(JSON.stringify(draft), keyOf(proposalId, secret))
}

export function decryptDraft(
  { id, draft }: Pick<Proposal, 'id' | 'draft'>,
  secret: Buffer,
): ProposalDraft | null {
  return draft === null
    ? null
    : (JSON.parse(decryptText(draft, keyOf(id, secret))) as ProposalDraft)
}

function keyOf(proposalId: string, secret: Buffer): Buffer {
  return deriveKey(secret, `proposal:${proposalId}`)
}
