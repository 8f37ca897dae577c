/** How the coded values of a call read in French. */
import { t } from '#platform/i18n.ts'
import type { Call, CallMechanism, CallSection, ShareRule } from './call.schema.ts'
import type { CallStep } from './call.workflow.ts'
import type { CallStage } from './call-dates.rules.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const callStageLabels: Readonly<Record<CallStage, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  inReview: { label: 'En relecture', tone: 'warning' },
  returned: { label: 'À corriger', tone: 'warning' },
  published: { label: 'Ouvert aux propositions', tone: 'success' },
  closed: { label: 'Clos', tone: 'info' },
  opened: { label: 'En évaluation', tone: 'info' },
  evaluated: { label: 'Évalué', tone: 'info' },
  awarded: { label: 'Attribué, délai d’attente', tone: 'warning' },
  concluded: { label: 'Attribué', tone: 'success' },
  unsuccessful: { label: 'Infructueux', tone: 'neutral' },
  cancelled: { label: 'Annulé', tone: 'danger' },
}

/** How a step of the history reads, in the past. */
export const callStepLabels: Readonly<Record<CallStep | 'create', string>> = {
  create: 'Brouillon ouvert',
  submit: 'Soumis à relecture',
  publish: 'Publié',
  sendBack: 'Renvoyé pour correction',
  open: 'Propositions ouvertes',
  settle: 'Évaluation arrêtée',
  award: 'Attribution décidée',
  conclude: 'Attribution définitive',
  reconsider: 'Évaluation rouverte',
  declareUnsuccessful: 'Déclaré infructueux',
  cancel: 'Annulé',
}

export const callMechanismLabels: Readonly<Record<CallMechanism, string>> = {
  quotation: 'Demande de cotation',
  call: 'Appel à solutions',
  groupedCall: 'Appel groupé',
  challenge: 'Défi',
}

/** As a commune chooses between them, with what each means for it. */
export const shareRuleLabels: Readonly<Record<ShareRule, { label: string; hint: string }>> = {
  population: {
    label: 'Selon la population',
    hint: 'Chaque commune paie en proportion de ses habitants, au franc près.',
  },
  equal: { label: 'À parts égales', hint: 'Chaque commune paie autant que les autres.' },
}

/** Null where a commune is alone: there is nothing to share. */
export function describeShareRule({ partyIds, shareRule }: Call): string | null {
  return partyIds.length > 1 ? t(shareRuleLabels[shareRule].label) : null
}

export const callSectionLabels: Readonly<Record<CallSection, string>> = {
  object: 'L’objet de l’appel',
  lots: 'Les lots',
  criteria: 'Les critères et leurs poids',
  calendar: 'Le calendrier et le comité',
  money: 'Le budget',
}
