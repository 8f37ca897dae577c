/**
 * The life of a call (« appel »), whatever its mechanism.
 *
 *   draft ─submit─▶ inReview ─publish─▶ published ─open─▶ opened ─settle─▶ evaluated ─award─▶ awarded ─conclude─▶ concluded
 *                    │   ▲                   │              │                  │                 │
 *                sendBack submit             └─ declareUnsuccessful ◀──────────┘             reconsider ─▶ opened
 *                    ▼   │
 *                   returned
 *
 * « Closed » is no status: it follows from the clock (`stageOf` in call-dates.rules.ts).
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type CallStatus =
  | 'draft'
  | 'inReview'
  | 'returned'
  | 'published'
  | 'opened'
  | 'evaluated'
  | 'awarded'
  | 'concluded'
  | 'unsuccessful'
  | 'cancelled'

export type CallStep =
  | 'submit'
  | 'publish'
  | 'sendBack'
  | 'open'
  | 'settle'
  | 'award'
  | 'conclude'
  | 'reconsider'
  | 'declareUnsuccessful'
  | 'cancel'

export type CallFact =
  | 'callIsComplete'
  | 'datesLeaveTime'
  | 'reasonIsGiven'
  | 'deadlineHasPassed'
  | 'hasProposals'
  | 'committeeIsComplete'
  | 'consensusIsComplete'
  | 'lotsAreDecided'
  | 'standstillHasPassed'
  | 'complaintsAreAnswered'
  | 'complaintIsUpheld'

export const callWorkflow = defineWorkflow<CallStatus, CallStep, CallFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft', 'returned'], to: 'inReview', requires: ['callIsComplete'] },
    publish: {
      from: ['inReview'],
      to: 'published',
      requires: ['callIsComplete', 'datesLeaveTime'],
    },
    sendBack: { from: ['inReview'], to: 'returned', requires: ['reasonIsGiven'] },
    open: {
      from: ['published'],
      to: 'opened',
      requires: ['deadlineHasPassed', 'hasProposals', 'committeeIsComplete'],
    },
    settle: {
      from: ['opened'],
      to: 'evaluated',
      requires: ['committeeIsComplete', 'consensusIsComplete'],
    },
    award: { from: ['evaluated'], to: 'awarded', requires: ['lotsAreDecided'] },
    conclude: {
      from: ['awarded'],
      to: 'concluded',
      requires: ['standstillHasPassed', 'complaintsAreAnswered'],
    },
    reconsider: {
      from: ['awarded'],
      to: 'opened',
      requires: ['reasonIsGiven', 'complaintIsUpheld'],
    },
    declareUnsuccessful: {
      from: ['published', 'opened', 'evaluated'],
      to: 'unsuccessful',
      requires: ['reasonIsGiven', 'deadlineHasPassed'],
    },
    cancel: {
      from: ['draft', 'inReview', 'returned', 'published', 'opened', 'evaluated'],
      to: 'cancelled',
      requires: ['reasonIsGiven'],
    },
  },
})

/** Only the commune and the association see a call at these statuses. */
export const unpublishedStatuses: readonly CallStatus[] = ['draft', 'inReview', 'returned']
