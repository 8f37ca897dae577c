/**
 * The life of a diagnosis (« diagnostic numérique »).
 *
 *   draft ─submit─▶ submitted ─confirm─▶ confirmed
 *                    ▲     └─sendBack─▶ returned
 *                    └─────submit──────────┘
 *
 * A confirmed diagnosis is never reopened: the commune begins a new one.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type DiagnosisStatus = 'draft' | 'submitted' | 'returned' | 'confirmed'
export type DiagnosisStep = 'submit' | 'sendBack' | 'confirm'
export type DiagnosisFact = 'everyQuestionIsAnswered' | 'submitterIsInCharge' | 'reasonIsGiven'

export const diagnosisWorkflow = defineWorkflow<DiagnosisStatus, DiagnosisStep, DiagnosisFact>({
  initial: 'draft',
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      requires: ['everyQuestionIsAnswered', 'submitterIsInCharge'],
    },
    sendBack: { from: ['submitted'], to: 'returned', requires: ['reasonIsGiven'] },
    confirm: { from: ['submitted'], to: 'confirmed', requires: ['everyQuestionIsAnswered'] },
  },
})
