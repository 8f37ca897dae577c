/** How an answer to an invitation reads in French. */
import type { Tone } from '#web/components/index.tsx'
import type { Invitation } from './invitation.schema.ts'

type State = 'toSend' | 'sent' | 'coming' | 'declined'

const stateLabels: Readonly<Record<State, { label: string; tone: Tone }>> = {
  toSend: { label: 'À envoyer', tone: 'neutral' },
  sent: { label: 'Sans réponse', tone: 'warning' },
  coming: { label: 'Vient', tone: 'success' },
  declined: { label: 'Ne vient pas', tone: 'neutral' },
}

export const answerLabels = {
  coming: 'Nous venons',
  declined: 'Nous ne pouvons pas venir',
} as const

export function readState({ sentAt, answer }: Pick<Invitation, 'sentAt' | 'answer'>) {
  return stateLabels[answer ?? (sentAt ? 'sent' : 'toSend')]
}
