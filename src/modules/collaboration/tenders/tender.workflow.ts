/**
 * The life of a file handed over to the State's procurement (« dossier remis à la commande publique »).
 *
 *   draft ─handOver─▶ handedOver ─award─▶ awarded
 *     └─withdraw─▶ withdrawn  ├─declareUnsuccessful─▶ unsuccessful
 *                             └─cancel─▶ cancelled
 *
 * Between the hand-over and the result the procedure runs in the State's system, not here.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type TenderStatus =
  | 'draft'
  | 'handedOver'
  | 'awarded'
  | 'unsuccessful'
  | 'cancelled'
  | 'withdrawn'

export type TenderStep = 'handOver' | 'award' | 'declareUnsuccessful' | 'cancel' | 'withdraw'

export type TenderFact = 'fileIsComplete' | 'receiptIsRecorded' | 'resultIsGiven' | 'reasonIsGiven'

export const tenderWorkflow = defineWorkflow<TenderStatus, TenderStep, TenderFact>({
  initial: 'draft',
  steps: {
    handOver: {
      from: ['draft'],
      to: 'handedOver',
      requires: ['fileIsComplete', 'receiptIsRecorded'],
    },
    award: { from: ['handedOver'], to: 'awarded', requires: ['resultIsGiven'] },
    declareUnsuccessful: {
      from: ['handedOver'],
      to: 'unsuccessful',
      requires: ['reasonIsGiven'],
    },
    cancel: { from: ['handedOver'], to: 'cancelled', requires: ['reasonIsGiven'] },
    withdraw: { from: ['draft'], to: 'withdrawn', requires: ['reasonIsGiven'] },
  },
})
