/**
 * The life of a question between communes (« demande entre communes »): sent, then answered or declined,
 * then closed by the commune that asked. The thread stays open to both until then.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type PeerStatus = 'sent' | 'answered' | 'declined' | 'closed'
export type PeerStep = 'answer' | 'decline' | 'close'

export const peerWorkflow = defineWorkflow<PeerStatus, PeerStep>({
  initial: 'sent',
  steps: {
    answer: { from: ['sent'], to: 'answered' },
    decline: { from: ['sent'], to: 'declined' },
    close: { from: ['sent', 'answered'], to: 'closed' },
  },
})
