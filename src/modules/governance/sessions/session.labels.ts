/** How the coded values of a session read in French. */
import type { Tone } from '#web/components/index.tsx'
import type { ParticipantKind } from './session.schema.ts'
import type { SessionStatus, SessionStep } from './session.workflow.ts'

export const sessionStatusLabels: Readonly<Record<SessionStatus, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  announced: { label: 'Annoncée', tone: 'info' },
  held: { label: 'Tenue, compte rendu à venir', tone: 'warning' },
  published: { label: 'Compte rendu publié', tone: 'success' },
  cancelled: { label: 'Annulée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const sessionStepLabels: Readonly<Record<SessionStep | 'create', string>> = {
  create: 'Session ouverte',
  announce: 'Session annoncée',
  hold: 'Session tenue',
  publish: 'Compte rendu publié',
  correct: 'Correction du compte rendu ouverte',
  cancel: 'Session annulée',
}

export const participantLabels: Readonly<Record<ParticipantKind, string>> = {
  mayors: 'Maires',
  elected: 'Autres élus communaux',
  staff: 'Cadres communaux',
  administration: 'Administration centrale',
  startups: 'Startups',
  resourcePeople: 'Personnes ressources',
}
