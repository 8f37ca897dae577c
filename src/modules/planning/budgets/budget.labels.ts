/** How the coded values of a budget read in French. */
import type { Budget, Section } from './budget.schema.ts'
import type { BudgetStatus, BudgetStep } from './budget.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const budgetStatusLabels: Readonly<Record<BudgetStatus, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  submitted: { label: 'Soumis à la direction', tone: 'warning' },
  adopted: { label: 'Voté', tone: 'success' },
  amending: { label: 'Voté, modification en préparation', tone: 'info' },
  closed: { label: 'Clos', tone: 'neutral' },
}

const amended = { label: 'Voté, puis modifié', tone: 'success' } as const

export function labelStatus({ status, currentVersion }: Budget): { label: string; tone: Tone } {
  return status === 'adopted' && currentVersion > 0 ? amended : budgetStatusLabels[status]
}

/** How a step of the history reads, in the past. */
export const budgetStepLabels: Readonly<Record<BudgetStep | 'create', string>> = {
  create: 'Budget ouvert',
  submit: 'Soumis à la direction',
  sendBack: 'Renvoyé à corriger',
  adopt: 'Vote enregistré',
  amend: 'Décision modificative ouverte',
  adoptAmendment: 'Décision modificative votée',
  abandon: 'Décision modificative abandonnée',
  close: 'Exercice clos',
}

export const sectionLabels: Readonly<Record<Section, string>> = {
  investment: 'Investissement',
  running: 'Fonctionnement',
}

export const sectionOptions = (['investment', 'running'] as const).map((value) => ({
  value,
  label: sectionLabels[value],
}))
