/** How the coded values of a campaign read in French. */
import { axisLabels } from '#modules/planning/index.ts'
import type { Tone } from '#web/components/index.tsx'
import type { Means, measuredAxes, stuckStages, TeamRole } from './campaign.schema.ts'
import type { CampaignStatus, CampaignStep } from './campaign.workflow.ts'

export const campaignStatusLabels: Readonly<Record<CampaignStatus, { label: string; tone: Tone }>> =
  {
    draft: { label: 'Brouillon', tone: 'neutral' },
    submitted: { label: 'À approuver', tone: 'warning' },
    scheduled: { label: 'Approuvée', tone: 'info' },
    sending: { label: 'En cours d’envoi', tone: 'info' },
    sent: { label: 'Envoyée', tone: 'success' },
    stopped: { label: 'Arrêtée', tone: 'danger' },
    withdrawn: { label: 'Retirée', tone: 'neutral' },
  }

export const campaignStepLabels: Readonly<Record<CampaignStep | 'create', string>> = {
  create: 'Campagne commencée',
  submit: 'Proposée au secrétariat',
  return: 'Renvoyée à corriger',
  approve: 'Approuvée',
  begin: 'Envoi commencé',
  complete: 'Envoi terminé',
  stop: 'Envoi arrêté',
  withdraw: 'Campagne retirée',
}

export const meansLabels: Readonly<Record<Means, string>> = { email: 'E-mail', sms: 'SMS' }

export const teamRoleLabels: Readonly<Record<TeamRole, string>> = {
  secretary: 'Secrétaire exécutif',
  mayor: 'Maire',
  itOfficer: 'Responsable SI',
  agent: 'Agent',
}

export const measuredAxisLabels: Readonly<Record<(typeof measuredAxes)[number], string>> = {
  overall: 'Maturité d’ensemble',
  ...axisLabels,
}

export const stuckLabels: Readonly<Record<(typeof stuckStages)[number], string>> = {
  informed: 'Informées, sans plus',
  interested: 'Intéressées, sans avoir essayé',
  tried: 'Qui ont essayé, sans avoir adopté',
}
