/**
 * The life of a request. Two people decide: one proposes, another accepts or refuses.
 *
 *   draft ─submit─▶ received ◀─take/release─▶ inReview ─propose─▶ proposed ─accept─▶ accepted ─close─▶ closed
 *                                             │   ▲   ◀──sendBack──┘    └──refuse─▶ refused
 *                                  askCompletion  complete
 *                                             ▼   │
 *                                           incomplete
 *
 * Where a text says what silence is worth, the time limit decides (acceptBySilence, refuseBySilence). The citizen withdraws
 * until it is proposed.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export const requestStatuses = [
  'draft',
  'received',
  'inReview',
  'incomplete',
  'proposed',
  'accepted',
  'refused',
  'closed',
  'withdrawn',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

export type RequestStep =
  | 'submit'
  | 'take'
  | 'release'
  | 'askCompletion'
  | 'complete'
  | 'propose'
  | 'sendBack'
  | 'accept'
  | 'refuse'
  | 'acceptBySilence'
  | 'refuseBySilence'
  | 'close'
  | 'withdraw'

export type RequestFact =
  | 'formIsComplete'
  | 'procedureIsOpen'
  | 'messageIsGiven'
  | 'refusalSaysWhy'
  | 'isSecondPerson'
  | 'decisionIsThis'
  | 'silenceIsThis'

/** Where the clock runs and silence would be worth something. */
const running = ['received', 'inReview', 'proposed'] as const

export const requestWorkflow = defineWorkflow<RequestStatus, RequestStep, RequestFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft'], to: 'received', requires: ['formIsComplete', 'procedureIsOpen'] },
    take: { from: ['received', 'inReview'], to: 'inReview' },
    release: { from: ['inReview'], to: 'received' },
    askCompletion: { from: ['inReview'], to: 'incomplete', requires: ['messageIsGiven'] },
    complete: { from: ['incomplete'], to: 'inReview', requires: ['formIsComplete'] },
    propose: { from: ['inReview'], to: 'proposed', requires: ['refusalSaysWhy'] },
    sendBack: { from: ['proposed'], to: 'inReview', requires: ['messageIsGiven'] },
    accept: { from: ['proposed'], to: 'accepted', requires: ['isSecondPerson', 'decisionIsThis'] },
    refuse: { from: ['proposed'], to: 'refused', requires: ['isSecondPerson', 'decisionIsThis'] },
    acceptBySilence: { from: running, to: 'accepted', requires: ['silenceIsThis'] },
    refuseBySilence: { from: running, to: 'refused', requires: ['silenceIsThis'] },
    close: { from: ['accepted'], to: 'closed' },
    withdraw: { from: ['received', 'inReview', 'incomplete'], to: 'withdrawn' },
  },
})
