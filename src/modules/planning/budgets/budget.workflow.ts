/**
 * The life of a digital budget.
 *
 *   draft ─submit─▶ submitted ─adopt─▶ adopted ─close─▶ closed
 *     ▲                 │                │  ▲
 *     └───sendBack──────┘              amend │ adoptAmendment, abandon
 *                                        ▼  │
 *                                      amending
 *
 * While it is being amended, the lines last voted stay in force and public.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type BudgetStatus = 'draft' | 'submitted' | 'adopted' | 'amending' | 'closed'

export type BudgetStep =
  | 'submit'
  | 'sendBack'
  | 'adopt'
  | 'amend'
  | 'adoptAmendment'
  | 'abandon'
  | 'close'

export type BudgetFact = 'hasLines' | 'voteIsRecorded' | 'reasonIsGiven' | 'yearIsOver'

export const budgetWorkflow = defineWorkflow<BudgetStatus, BudgetStep, BudgetFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft'], to: 'submitted', requires: ['hasLines'] },
    sendBack: { from: ['submitted'], to: 'draft', requires: ['reasonIsGiven'] },
    adopt: { from: ['submitted'], to: 'adopted', requires: ['hasLines', 'voteIsRecorded'] },
    amend: { from: ['adopted'], to: 'amending', requires: ['reasonIsGiven'] },
    adoptAmendment: { from: ['amending'], to: 'adopted', requires: ['hasLines', 'voteIsRecorded'] },
    abandon: { from: ['amending'], to: 'adopted' },
    close: { from: ['adopted'], to: 'closed', requires: ['yearIsOver'] },
  },
})
