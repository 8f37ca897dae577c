/** How the coded values of an agreement read in French. */
import type { AgreementSource } from './agreement.schema.ts'
import type { AgreementStatus, AgreementStep } from './agreement.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const agreementStatusLabels: Readonly<
  Record<AgreementStatus, { label: string; tone: Tone }>
> = {
  negotiating: { label: 'En négociation', tone: 'info' },
  agreed: { label: 'Texte arrêté', tone: 'warning' },
  signing: { label: 'Une signature manque', tone: 'warning' },
  active: { label: 'En vigueur', tone: 'success' },
  suspended: { label: 'Suspendue', tone: 'warning' },
  terminated: { label: 'Résiliée', tone: 'danger' },
  ended: { label: 'Terminée', tone: 'neutral' },
  abandoned: { label: 'Abandonnée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const agreementStepLabels: Readonly<Record<AgreementStep | 'create', string>> = {
  create: 'Rédigée à partir du cadre',
  agree: 'Texte arrêté',
  reopen: 'Négociation rouverte',
  sign: 'Première signature',
  complete: 'Signée par les deux parties',
  suspend: 'Suspendue',
  resume: 'Reprise',
  terminate: 'Résiliée',
  end: 'Arrivée à son terme',
  abandon: 'Abandonnée',
}

export const agreementSourceLabels: Readonly<Record<AgreementSource, string>> = {
  call: 'Appel',
  pilot: 'Expérimentation',
  contact: 'Mise en relation',
  direct: 'Accord direct',
}
