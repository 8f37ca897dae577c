/**
 * The life of a need (« expression de besoin »), from the first draft to its answer.
 *
 *   draft ─submit─▶ submitted ─publish─▶ published ─meet─▶ met
 *     ▲                │   ▲                │
 *   reopen        sendBack submit        takeBack
 *     │                ▼   │                │
 *   withdrawn        returned ◀─────────────┘
 *
 * `withdraw` leads to withdrawn from everywhere but met.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type NeedStatus = 'draft' | 'submitted' | 'returned' | 'published' | 'met' | 'withdrawn'

export type NeedStep =
  | 'submit'
  | 'sendBack'
  | 'publish'
  | 'takeBack'
  | 'meet'
  | 'withdraw'
  | 'reopen'

export type NeedFact = 'isComplete' | 'reasonIsGiven'

export const needWorkflow = defineWorkflow<NeedStatus, NeedStep, NeedFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft', 'returned'], to: 'submitted', requires: ['isComplete'] },
    sendBack: { from: ['submitted'], to: 'returned', requires: ['reasonIsGiven'] },
    publish: { from: ['submitted'], to: 'published', requires: ['isComplete'] },
    takeBack: { from: ['published'], to: 'returned', requires: ['reasonIsGiven'] },
    meet: { from: ['published'], to: 'met', requires: ['reasonIsGiven'] },
    withdraw: {
      from: ['draft', 'submitted', 'returned', 'published'],
      to: 'withdrawn',
      requires: ['reasonIsGiven'],
    },
    reopen: { from: ['withdrawn'], to: 'draft' },
  },
})
