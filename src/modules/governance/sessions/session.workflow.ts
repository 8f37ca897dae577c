/**
 * The life of a session of a commission.
 *
 *   draft ─announce─▶ announced ─hold─▶ held ─publish─▶ published
 *     │ └──────────────hold──────────────▲ └────correct─────┘
 *     └──────cancel──▶ cancelled ◀─cancel── announced
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type SessionStatus = 'draft' | 'announced' | 'held' | 'published' | 'cancelled'
export type SessionStep = 'announce' | 'hold' | 'publish' | 'correct' | 'cancel'
export type SessionFact =
  | 'hasAgenda'
  | 'hasBegun'
  | 'hasAttendance'
  | 'hasMinutes'
  | 'reasonIsGiven'

export const sessionWorkflow = defineWorkflow<SessionStatus, SessionStep, SessionFact>({
  initial: 'draft',
  steps: {
    announce: { from: ['draft'], to: 'announced', requires: ['hasAgenda'] },
    /** What met before it was announced here is recorded all the same. */
    hold: { from: ['draft', 'announced'], to: 'held', requires: ['hasBegun'] },
    publish: { from: ['held'], to: 'published', requires: ['hasAttendance', 'hasMinutes'] },
    correct: { from: ['published'], to: 'held', requires: ['reasonIsGiven'] },
    cancel: { from: ['draft', 'announced'], to: 'cancelled', requires: ['reasonIsGiven'] },
  },
})
