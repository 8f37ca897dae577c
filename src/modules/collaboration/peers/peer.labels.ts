/** How the status of a question between communes reads in French. */
import type { PeerStatus } from './peer.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const peerStatusLabels: Record<PeerStatus, { label: string; tone: Tone }> = {
  sent: { label: 'Réponse attendue', tone: 'info' },
  answered: { label: 'Répondue', tone: 'success' },
  declined: { label: 'Déclinée', tone: 'danger' },
  closed: { label: 'Close', tone: 'neutral' },
}
