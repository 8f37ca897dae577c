/**
 * The life of a master plan (« schéma directeur »).
 *
 *   draft ─submit─▶ submitted ─validate─▶ validated ─deliberate─▶ inForce ─close─▶ closed
 *     ▲                 │                     │
 *     └─────return──────┴───────return────────┘
 *
 * A draft nobody wants is discarded. The plan that enters into force closes the one before it.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type PlanStatus = 'draft' | 'submitted' | 'validated' | 'inForce' | 'closed' | 'discarded'

export type PlanStep = 'submit' | 'return' | 'validate' | 'deliberate' | 'close' | 'discard'

export type PlanFact =
  | 'planIsWhole'
  | 'partnersAgree'
  | 'reasonIsGiven'
  | 'deliberationIsRecorded'
  | 'noOtherIsInForce'

export const planWorkflow = defineWorkflow<PlanStatus, PlanStep, PlanFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft'], to: 'submitted', requires: ['planIsWhole', 'partnersAgree'] },
    return: { from: ['submitted', 'validated'], to: 'draft', requires: ['reasonIsGiven'] },
    validate: { from: ['submitted'], to: 'validated', requires: ['planIsWhole', 'partnersAgree'] },
    deliberate: {
      from: ['validated'],
      to: 'inForce',
      requires: ['deliberationIsRecorded', 'noOtherIsInForce'],
    },
    close: { from: ['inForce'], to: 'closed', requires: ['reasonIsGiven'] },
    discard: { from: ['draft'], to: 'discarded', requires: ['reasonIsGiven'] },
  },
})
