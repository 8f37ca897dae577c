/** What is kept of a signature whatever was signed: how it was proved, in what role, and how that reads on a paper. */
import type { Role } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import type { CodeProof, PasskeyProof } from './signing-proof.ts'

/** A scan of what was signed by hand. */
export interface PaperProof {
  readonly means: 'paper'
  readonly fileId: string
  readonly sha256: string
  /** As written on the paper. */
  readonly signatory: string
}

export type Proof = CodeProof | PasskeyProof | PaperProof

const roleNames: Partial<Record<Role, string>> = {
  mayor: 'Maire',
  secretary: 'Secrétaire exécutif',
  manager: 'Responsable de la startup',
}

export function nameSignatoryRole(role: Role | null): string {
  return roleNames[role ?? 'agent'] ?? ''
}

interface Kept {
  readonly means: Proof['means']
  readonly evidence: unknown
  readonly signedAt: Date
}

export function describeEvidence({ means, evidence, signedAt }: Kept): string {
  const { destination = '', sha256 = '' } = evidence as { destination?: string; sha256?: string }
  const moment = formatDateTime(signedAt)
  if (means === 'code') return `Signé le ${moment}, par un code reçu à l’adresse ${destination}.`
  if (means === 'passkey') return `Signé le ${moment}, par une clé d’accès.`
  return `Signé à la main ; document numérisé joint le ${moment}, empreinte ${sha256.slice(0, 16)}…`
}
