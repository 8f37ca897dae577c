/** An adhesion: prepared ─sign─▶ signed ─withdraw─▶ withdrawn. What was agreed under it stays agreed. */
import { defineWorkflow } from '#platform/workflow.ts'
import type { AdhesionStatus } from './adhesion.schema.ts'

export type AdhesionStep = 'sign' | 'withdraw'
export type AdhesionFact = 'reasonIsGiven' | 'signatureIsKept'

export const adhesionWorkflow = defineWorkflow<AdhesionStatus, AdhesionStep, AdhesionFact>({
  initial: 'prepared',
  steps: {
    sign: { from: ['prepared'], to: 'signed', requires: ['signatureIsKept'] },
    withdraw: { from: ['prepared', 'signed'], to: 'withdrawn', requires: ['reasonIsGiven'] },
  },
})
