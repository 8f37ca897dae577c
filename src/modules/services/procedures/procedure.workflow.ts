/**
 * The life of a procedure. Each opening or revision publishes what the draft says, which then never changes.
 *
 *   draft ─open─▶ open ─suspend─▶ suspended
 *                 │ ▲ ◀──resume──────┘
 *                revise
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ProcedureStatus = 'draft' | 'open' | 'suspended'
export type ProcedureStep = 'open' | 'revise' | 'suspend' | 'resume'
export type ProcedureFact =
  | 'definitionStands'
  | 'serviceIsAllowed'
  | 'draftDiffers'
  | 'reasonIsGiven'

export const procedureWorkflow = defineWorkflow<ProcedureStatus, ProcedureStep, ProcedureFact>({
  initial: 'draft',
  steps: {
    open: { from: ['draft'], to: 'open', requires: ['definitionStands', 'serviceIsAllowed'] },
    revise: {
      from: ['open'],
      to: 'open',
      requires: ['definitionStands', 'serviceIsAllowed', 'draftDiffers'],
    },
    suspend: { from: ['open'], to: 'suspended', requires: ['reasonIsGiven'] },
    resume: { from: ['suspended'], to: 'open', requires: ['serviceIsAllowed'] },
  },
})
