/** How the coded values of a contact read in French. */
import type { ContactStatus, ContactStep } from './contact.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const contactStatusLabels: Record<ContactStatus, { label: string; tone: Tone }> = {
  sent: { label: 'Réponse attendue', tone: 'info' },
  accepted: { label: 'Acceptée, date à fixer', tone: 'info' },
  declined: { label: 'Déclinée', tone: 'danger' },
  scheduled: { label: 'Démonstration fixée', tone: 'info' },
  demonstrated: { label: 'Démonstration faite', tone: 'warning' },
  followedUp: { label: 'Suite donnée', tone: 'success' },
  notFollowedUp: { label: 'Sans suite', tone: 'neutral' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const contactStepLabels: Record<ContactStep | 'create', string> = {
  create: 'Mise en relation ouverte',
  accept: 'Acceptée par la startup',
  decline: 'Déclinée par la startup',
  schedule: 'Démonstration fixée',
  demonstrate: 'Démonstration faite',
  followUp: 'La commune donne suite',
  close: 'La commune ne donne pas suite',
  withdraw: 'Retirée par la commune',
}
