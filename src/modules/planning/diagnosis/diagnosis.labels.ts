/** How the coded values of a diagnosis read in French. */
import type { Position } from './comparison.rules.ts'
import type { DiagnosisStatus, DiagnosisStep } from './diagnosis.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const diagnosisStatusLabels: Readonly<
  Record<DiagnosisStatus, { label: string; tone: Tone }>
> = {
  draft: { label: 'En cours', tone: 'info' },
  submitted: { label: 'Soumis, à confirmer', tone: 'warning' },
  returned: { label: 'À compléter', tone: 'danger' },
  confirmed: { label: 'Confirmé', tone: 'success' },
}

/** How a step of the history reads, in the past. */
export const diagnosisStepLabels: Readonly<Record<DiagnosisStep | 'create', string>> = {
  create: 'Diagnostic commencé',
  submit: 'Soumis à la direction',
  sendBack: 'Renvoyé à l’équipe',
  confirm: 'Confirmé',
}

export const positionLabels: Readonly<Record<Position, string>> = {
  below: 'En dessous',
  within: 'Au milieu',
  above: 'Au-dessus',
}

/** What a level from 0 to 5 means in a word: the association's reading. */
const levelLabels = ['Tout est à faire', 'Premiers pas', 'En construction', 'En place', 'Maîtrisé']

export function nameLevel(level: number): string {
  return levelLabels[Math.min(Math.floor(level), levelLabels.length - 1)] ?? ''
}
