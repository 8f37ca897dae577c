/** How the coded values of a need read in French. */
import type { NeedSection } from './need.schema.ts'
import type { NeedStatus, NeedStep } from './need.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const needStatusLabels: Record<NeedStatus, { label: string; tone: Tone }> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  submitted: { label: 'À approuver', tone: 'info' },
  returned: { label: 'À corriger', tone: 'warning' },
  published: { label: 'Publié', tone: 'success' },
  met: { label: 'Satisfait', tone: 'success' },
  withdrawn: { label: 'Abandonné', tone: 'danger' },
}

/** How a step of the history reads, in the past. */
export const needStepLabels: Record<NeedStep | 'create', string> = {
  create: 'Besoin commencé',
  submit: 'Soumis à l’approbation',
  sendBack: 'Renvoyé pour correction',
  publish: 'Approuvé et publié',
  takeBack: 'Retiré pour correction',
  meet: 'Besoin satisfait',
  withdraw: 'Abandonné',
  reopen: 'Rouvert',
}

export const sectionLabels: Record<NeedSection, string> = {
  problem: 'Le problème',
  people: 'Les personnes et le résultat',
  scope: 'Les domaines',
  constraints: 'Les contraintes',
  means: 'Les moyens',
}

export const urgencyLabels = { low: 'Peut attendre', normal: 'Normale', high: 'Urgente' } as const

export const needHostingLabels = {
  any: 'Indifférent',
  commune: 'Dans les locaux de la commune',
  benin: 'Au Bénin',
  africa: 'En Afrique',
} as const
