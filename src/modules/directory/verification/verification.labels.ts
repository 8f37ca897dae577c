/** The steps of a verification in words: as buttons, and as lines of a history. */
import type { Tone } from '#web/components/index.tsx'
import type { VerificationStatus } from '../labels.ts'
import type { VerificationStep } from './verification.workflow.ts'

export const statusTones: Readonly<Record<VerificationStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  editsRequested: 'warning',
  verified: 'success',
  suspended: 'danger',
  rejected: 'danger',
}

export const historyTitles: Readonly<Record<VerificationStep | 'create', string>> = {
  create: 'Dossier ouvert',
  submit: 'Soumis à vérification',
  withdraw: 'Repris pour être modifié',
  requestEdits: 'Corrections demandées',
  resubmit: 'Soumis de nouveau',
  verify: 'Vérifié',
  reject: 'Refusé',
  reopen: 'Rouvert après le refus',
  revise: 'Modifié après la vérification',
  suspend: 'Suspendu',
  amend: 'Modifié pendant la suspension',
  reinstate: 'Rétabli',
}
