/** How the coded values of a plan read in French. */
import type { ActionState, PartnerStatus, TargetArea } from './plan.schema.ts'
import type { PlanStatus, PlanStep } from './plan.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
type Labels<Code extends string> = Readonly<Record<Code, { label: string; tone: Tone }>>

export const planStatusLabels: Labels<PlanStatus> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  submitted: { label: 'Soumis au secrétaire exécutif', tone: 'warning' },
  validated: { label: 'Validé, attend le conseil', tone: 'warning' },
  inForce: { label: 'En vigueur', tone: 'success' },
  closed: { label: 'Clos', tone: 'neutral' },
  discarded: { label: 'Abandonné', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const planStepLabels: Readonly<Record<PlanStep | 'create', string>> = {
  create: 'Plan ouvert',
  submit: 'Soumis au secrétaire exécutif',
  return: 'Renvoyé pour être repris',
  validate: 'Validé par la direction',
  deliberate: 'Adopté par le conseil communal',
  close: 'Clos',
  discard: 'Abandonné',
}

export const actionStateLabels: Labels<ActionState> = {
  planned: { label: 'Prévue', tone: 'neutral' },
  running: { label: 'En cours', tone: 'info' },
  done: { label: 'Faite', tone: 'success' },
  late: { label: 'En retard', tone: 'warning' },
  abandoned: { label: 'Abandonnée', tone: 'danger' },
}

export const targetAreaLabels: Readonly<Record<TargetArea, string>> = {
  applications: 'Applications',
  data: 'Données',
  infrastructure: 'Infrastructures',
  skills: 'Compétences',
  governance: 'Gouvernance',
}

export const partnerStatusLabels: Labels<PartnerStatus> = {
  invited: { label: 'Invitée', tone: 'warning' },
  accepted: { label: 'A accepté', tone: 'success' },
  declined: { label: 'A décliné', tone: 'danger' },
}

/** The mechanisms by which an action may be carried out; collaboration declares them whole. */
export const mechanismNames = {
  contact: 'Mise en relation et démonstration',
  pilot: 'Expérimentation',
  quotation: 'Demande de cotation',
  call: 'Appel à solutions',
  groupedCall: 'Appel groupé',
  challenge: 'Défi',
  tender: 'Marché formel',
} as const
export type MechanismCode = keyof typeof mechanismNames
export const mechanismCodes = Object.keys(mechanismNames) as [MechanismCode, ...MechanismCode[]]

export const fundingNames = {
  own: 'Ressources propres',
  fic: 'Fonds d’investissement communal (FIC)',
  partners: 'Partenaires',
} as const
export type FundingCode = keyof typeof fundingNames
export const fundingCodes = Object.keys(fundingNames) as [FundingCode, ...FundingCode[]]

/** A code that later reference data brought reads as it is. */
export function nameFunding(code: string): string {
  return fundingNames[code as FundingCode] ?? code
}

export function nameMechanism(code: string): string {
  return mechanismNames[code as MechanismCode] ?? code
}
