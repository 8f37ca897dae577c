/**
 * The life of a lettre de cadrage.
 *
 *   draft ─submit─▶ submitted ─sign─▶ signed ─transmit─▶ transmitted
 *     ▲              │  │  ▲            └────supersede────┴─▶ superseded
 *     └──takeBack────┘  │  └submit┐
 *                    sendBack─▶ returned
 *
 * `abandon` leads to abandoned until it is signed. A corrective letter, once signed, supersedes the one it corrects.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type LetterStatus =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'signed'
  | 'transmitted'
  | 'superseded'
  | 'abandoned'

export type LetterStep =
  | 'submit'
  | 'takeBack'
  | 'sendBack'
  | 'sign'
  | 'transmit'
  | 'supersede'
  | 'abandon'

export type LetterFact =
  | 'isComplete'
  | 'linesFitCeilings'
  | 'signatoryIsEntitled'
  | 'noOtherIsSigned'
  | 'reasonIsGiven'

export const letterWorkflow = defineWorkflow<LetterStatus, LetterStep, LetterFact>({
  initial: 'draft',
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      requires: ['isComplete', 'linesFitCeilings'],
    },
    takeBack: { from: ['submitted'], to: 'draft' },
    sendBack: { from: ['submitted'], to: 'returned', requires: ['reasonIsGiven'] },
    sign: {
      from: ['submitted'],
      to: 'signed',
      requires: ['isComplete', 'linesFitCeilings', 'signatoryIsEntitled', 'noOtherIsSigned'],
    },
    transmit: { from: ['signed'], to: 'transmitted' },
    supersede: { from: ['signed', 'transmitted'], to: 'superseded', requires: ['reasonIsGiven'] },
    abandon: {
      from: ['draft', 'submitted', 'returned'],
      to: 'abandoned',
      requires: ['reasonIsGiven'],
    },
  },
})
