/**
 * The life of a pilot (« expérimentation »).
 *
 *   draft ─propose─▶ proposed ─accept─▶ running ─evaluate─▶ evaluated ─adopt─▶ adopted
 *     ▲                 │  └─decline─▶ declined     ▲          ├─stop──▶ stopped
 *     └────takeBack─────┘                       evaluate     extend (once)
 *                                                   └── extended ◀┘
 *
 * A pilot that goes wrong is stopped before its end: from running or extended too.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type PilotStatus =
  | 'draft'
  | 'proposed'
  | 'running'
  | 'evaluated'
  | 'adopted'
  | 'extended'
  | 'stopped'
  | 'declined'
  | 'withdrawn'

export type PilotStep =
  | 'propose'
  | 'takeBack'
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'evaluate'
  | 'adopt'
  | 'extend'
  | 'stop'

export type PilotFact =
  | 'sheetIsComplete'
  | 'boundsAreKept'
  | 'endIsAhead'
  | 'criteriaAreJudged'
  | 'extensionIsAllowed'
  | 'reasonIsGiven'

export const pilotWorkflow = defineWorkflow<PilotStatus, PilotStep, PilotFact>({
  initial: 'draft',
  steps: {
    propose: { from: ['draft'], to: 'proposed', requires: ['sheetIsComplete', 'boundsAreKept'] },
    takeBack: { from: ['proposed'], to: 'draft' },
    accept: { from: ['proposed'], to: 'running', requires: ['endIsAhead'] },
    decline: { from: ['proposed'], to: 'declined', requires: ['reasonIsGiven'] },
    withdraw: { from: ['draft', 'proposed'], to: 'withdrawn', requires: ['reasonIsGiven'] },
    evaluate: {
      from: ['running', 'extended'],
      to: 'evaluated',
      requires: ['criteriaAreJudged'],
    },
    adopt: { from: ['evaluated'], to: 'adopted', requires: ['reasonIsGiven'] },
    extend: {
      from: ['evaluated'],
      to: 'extended',
      requires: ['extensionIsAllowed', 'reasonIsGiven'],
    },
    stop: {
      from: ['running', 'extended', 'evaluated'],
      to: 'stopped',
      requires: ['reasonIsGiven'],
    },
  },
})
