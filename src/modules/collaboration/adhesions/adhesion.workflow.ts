/**
 * An adhesion: prepared ─sign─▶ signed ─withdraw─▶ withdrawn; or ─replace─▶ replaced, once its adherent has signed a newer
 * version. What was agreed under it stays agreed.
 */
import { defineWorkflow } from '#platform/workflow.ts'
import type { AdhesionStatus } from './adhesion.schema.ts'

export type AdhesionStep = 'sign' | 'replace' | 'withdraw'
export type AdhesionFact = 'reasonIsGiven' | 'signatureIsKept' | 'newerIsSigned'

export const adhesionWorkflow = defineWorkflow<AdhesionStatus, AdhesionStep, AdhesionFact>({
  initial: 'prepared',
  steps: {
    sign: { from: ['prepared'], to: 'signed', requires: ['signatureIsKept'] },
    replace: { from: ['signed'], to: 'replaced', requires: ['newerIsSigned'] },
    withdraw: { from: ['prepared', 'signed'], to: 'withdrawn', requires: ['reasonIsGiven'] },
  },
})
