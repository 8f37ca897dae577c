/** How the coded values of a letter read in French. */
import type { BudgetSection, SectionKey } from './letter.schema.ts'
import type { LetterStatus, LetterStep } from './letter.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const letterStatusLabels: Readonly<Record<LetterStatus, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  submitted: { label: 'À signer', tone: 'warning' },
  returned: { label: 'Renvoyée pour correction', tone: 'warning' },
  signed: { label: 'Signée', tone: 'success' },
  transmitted: { label: 'Transmise aux services', tone: 'success' },
  superseded: { label: 'Remplacée par une rectificative', tone: 'neutral' },
  abandoned: { label: 'Abandonnée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const letterStepLabels: Readonly<Record<LetterStep | 'create', string>> = {
  create: 'Projet ouvert',
  submit: 'Soumise à la signature',
  takeBack: 'Reprise pour correction',
  sendBack: 'Renvoyée pour correction',
  sign: 'Signée',
  transmit: 'Transmise aux services',
  supersede: 'Remplacée par une rectificative',
  abandon: 'Abandonnée',
}

export const budgetSectionLabels: Readonly<Record<BudgetSection, string>> = {
  investment: 'Investissement',
  running: 'Fonctionnement',
}

export const sectionHints: Readonly<Record<SectionKey, string>> = {
  context: 'D’où l’on part : le schéma directeur, l’exécution de l’année passée, les repères.',
  priorities: 'Ce que le budget sert d’abord.',
  ceilings: 'Comment se lisent les plafonds de l’annexe.',
  digital: 'Pourquoi ces lignes, et leur total.',
  calendar: 'Ce que chacun doit, et quand.',
  instructions: 'Ce que chaque service remet, et sous quelle forme.',
}
