/** The words of reports. */
import type { Tone } from '#web/components/index.tsx'
import type { Visibility } from './report.lifecycle.ts'
import type { ReportStatus } from './report.workflow.ts'

export const reportStatusLabels: Readonly<Record<ReportStatus, string>> = {
  received: 'Reçu',
  inProgress: 'En cours',
  resolved: 'Réglé',
  rejected: 'Rejeté',
  duplicate: 'Doublon',
}

export const reportStatusTones: Readonly<Record<ReportStatus, Tone>> = {
  received: 'info',
  inProgress: 'warning',
  resolved: 'success',
  rejected: 'neutral',
  duplicate: 'neutral',
}

/** What happened, as everybody reads it. */
export const reportStepLabels: Readonly<Record<string, string>> = {
  create: 'Signalement reçu',
  take: 'Pris en charge',
  release: 'Remis à la file',
  resolve: 'Réglé',
  reject: 'Rejeté',
  merge: 'Regroupé avec un autre',
  reopen: 'Rouvert par la mairie',
  contest: 'Rouvert : ce n’était pas réglé',
}

export const visibilityLabels: Readonly<Record<Visibility, string>> = {
  waiting: 'Texte à relire',
  shown: 'Texte publié',
  hidden: 'Retiré du public',
}

export const channelLabels: Readonly<Record<string, string>> = {
  web: 'Site',
  ussd: 'Téléphone (USSD)',
  open311: 'Autre application (Open311)',
  counter: 'Guichet',
}
