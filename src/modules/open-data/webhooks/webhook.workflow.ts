/**
 * The life of a receiver. The system stops the one that nothing reaches any more; whoever answers for it lets it go on.
 *
 *   active ─pause─▶ paused ──resume──▶ active
 *     └────stop───▶ stopped ─resume──▶ active       remove, from everywhere ──▶ removed
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ReceiverStatus = 'active' | 'paused' | 'stopped' | 'removed'
export type ReceiverStep = 'pause' | 'resume' | 'stop' | 'remove'

export const receiverWorkflow = defineWorkflow<ReceiverStatus, ReceiverStep>({
  initial: 'active',
  steps: {
    pause: { from: ['active'], to: 'paused' },
    resume: { from: ['paused', 'stopped'], to: 'active' },
    stop: { from: ['active'], to: 'stopped' },
    remove: { from: ['active', 'paused', 'stopped'], to: 'removed' },
  },
})
