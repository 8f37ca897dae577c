/** How kinds, states and steps of changes read in French. */
import type { Tone } from '#web/components/index.tsx'
import type { ChangeKind } from './change.schema.ts'
import type { ChangeStatus, ChangeStep } from './change.workflow.ts'
import type { EntryState } from './content.rules.ts'

export const kindLabels: Readonly<Record<ChangeKind, string>> = {
  add: 'Nouvelle entrée',
  revise: 'Nouvelle version',
  end: 'Fin',
}

export const changeStatusLabels: Readonly<Record<ChangeStatus, { label: string; tone: Tone }>> = {
  proposed: { label: 'À relire', tone: 'warning' },
  returned: { label: 'Renvoyé', tone: 'danger' },
  approved: { label: 'Approuvé, à venir', tone: 'info' },
  applied: { label: 'En vigueur', tone: 'success' },
  withdrawn: { label: 'Retiré', tone: 'neutral' },
}

export const changeStepLabels: Readonly<Record<ChangeStep | 'create', string>> = {
  create: 'Changement proposé',
  approve: 'Approuvé par une seconde personne',
  return: 'Renvoyé à son auteur',
  resubmit: 'Proposé de nouveau',
  apply: 'Entré en vigueur',
  withdraw: 'Proposition retirée',
}

export const entryStateLabels: Readonly<Record<EntryState, { label: string; tone: Tone }>> = {
  toCome: { label: 'À venir', tone: 'info' },
  inForce: { label: 'En vigueur', tone: 'success' },
  ended: { label: 'A pris fin', tone: 'neutral' },
}
