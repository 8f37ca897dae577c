/**
 * The life of a proposal (« proposition »), as its startup lives it.
 *
 *   draft ─seal─▶ sealed ─open─▶ opened     (the deadline has passed and the call is opened)
 *                  │  ▲
 *           withdraw  seal
 *                  ▼  │
 *                withdrawn
 *
 * Sealing again replaces the envelope; until then the former one counts, whatever is being written beside it.
 * What reaches the server at the deadline or later stays a draft.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ProposalStatus = 'draft' | 'sealed' | 'withdrawn' | 'opened'
export type ProposalStep = 'seal' | 'withdraw' | 'open'
export type ProposalFact = 'contentIsComplete' | 'deadlineIsAhead' | 'deadlineHasPassed'

export const proposalWorkflow = defineWorkflow<ProposalStatus, ProposalStep, ProposalFact>({
  initial: 'draft',
  steps: {
    seal: {
      from: ['draft', 'sealed', 'withdrawn'],
      to: 'sealed',
      requires: ['contentIsComplete', 'deadlineIsAhead'],
    },
    withdraw: { from: ['sealed'], to: 'withdrawn', requires: ['deadlineIsAhead'] },
    open: { from: ['sealed'], to: 'opened', requires: ['deadlineHasPassed'] },
  },
})
