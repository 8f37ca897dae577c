/**
 * The life of a change of the association's lists: proposed by one, approved by another, in force from its day.
 *
 *   proposed ─approve─▶ approved ─apply─▶ applied
 *    ▲    └─return─▶ returned      withdraw, from all but applied ▶ withdrawn
 *    └───resubmit──────┘
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ChangeStatus = 'proposed' | 'returned' | 'approved' | 'applied' | 'withdrawn'
export type ChangeStep = 'approve' | 'return' | 'resubmit' | 'apply' | 'withdraw'
export type ChangeFact = 'dayHasCome' | 'reasonIsGiven'

export const changeWorkflow = defineWorkflow<ChangeStatus, ChangeStep, ChangeFact>({
  initial: 'proposed',
  steps: {
    approve: { from: ['proposed'], to: 'approved' },
    return: { from: ['proposed'], to: 'returned', requires: ['reasonIsGiven'] },
    resubmit: { from: ['returned'], to: 'proposed' },
    apply: { from: ['approved'], to: 'applied', requires: ['dayHasCome'] },
    withdraw: {
      from: ['proposed', 'returned', 'approved'],
      to: 'withdrawn',
      requires: ['reasonIsGiven'],
    },
  },
})
