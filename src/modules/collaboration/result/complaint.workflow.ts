/** A complaint (« réclamation »): filed by a startup, then upheld or dismissed by the commune, with its reasons. */
import { defineWorkflow } from '#platform/workflow.ts'
import type { ComplaintStatus } from './complaint.rules.ts'

export type ComplaintStep = 'uphold' | 'dismiss'
export type ComplaintFact = 'reasonIsGiven'

export const complaintWorkflow = defineWorkflow<ComplaintStatus, ComplaintStep, ComplaintFact>({
  initial: 'filed',
  steps: {
    uphold: { from: ['filed'], to: 'upheld', requires: ['reasonIsGiven'] },
    dismiss: { from: ['filed'], to: 'dismissed', requires: ['reasonIsGiven'] },
  },
})
