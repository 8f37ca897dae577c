/** An amendment (« avenant »): proposed by one side, signed by both or refused; the agreement changes at the second signature. */
import { defineWorkflow } from '#platform/workflow.ts'
import type { AmendmentStatus } from './amendment.queries.ts'

export type AmendmentStep = 'complete' | 'refuse'
export type AmendmentFact = 'bothHaveSigned' | 'reasonIsGiven'

export const amendmentWorkflow = defineWorkflow<AmendmentStatus, AmendmentStep, AmendmentFact>({
  initial: 'proposed',
  steps: {
    complete: { from: ['proposed'], to: 'signed', requires: ['bothHaveSigned'] },
    refuse: { from: ['proposed'], to: 'refused', requires: ['reasonIsGiven'] },
  },
})
