/** How the coded values of a pilot read in French. */
import type { Decision, Verdict } from './pilot.schema.ts'
import type { PilotStatus, PilotStep } from './pilot.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const pilotStatusLabels: Readonly<Record<PilotStatus, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  proposed: { label: 'Proposée à la startup', tone: 'warning' },
  running: { label: 'En cours', tone: 'info' },
  evaluated: { label: 'Évaluée, à décider', tone: 'warning' },
  adopted: { label: 'Solution adoptée', tone: 'success' },
  extended: { label: 'Prolongée', tone: 'info' },
  stopped: { label: 'Arrêtée', tone: 'neutral' },
  declined: { label: 'Déclinée par la startup', tone: 'danger' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const pilotStepLabels: Readonly<Record<PilotStep | 'create', string>> = {
  create: 'Fiche ouverte',
  propose: 'Proposée à la startup',
  takeBack: 'Reprise par la commune',
  accept: 'Acceptée par la startup',
  decline: 'Déclinée par la startup',
  withdraw: 'Retirée',
  evaluate: 'Évaluée',
  adopt: 'Solution adoptée',
  extend: 'Prolongée',
  stop: 'Arrêtée',
}

export const verdictLabels: Readonly<Record<Verdict, { label: string; tone: Tone }>> = {
  met: { label: 'Atteint', tone: 'success' },
  partly: { label: 'Atteint en partie', tone: 'warning' },
  notMet: { label: 'Non atteint', tone: 'danger' },
}

export const decisionLabels: Readonly<Record<Decision, { label: string; hint: string }>> = {
  adopt: {
    label: 'Adopter',
    hint: 'L’essai convainc. Une convention peut être préparée.',
  },
  extend: {
    label: 'Prolonger',
    hint: 'Une seule fois, dans les mêmes bornes, puis une nouvelle évaluation.',
  },
  stop: {
    label: 'Arrêter',
    hint: 'La commune ne continue pas. Ce qui a été appris sert aux autres.',
  },
}
