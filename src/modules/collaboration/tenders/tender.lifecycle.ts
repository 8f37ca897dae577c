/** How the status of a handed-over file is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { tenderPolicy } from './tender.policy.ts'
import type { Tender } from './tender.schema.ts'
import {
  type TenderFact,
  type TenderStatus,
  type TenderStep,
  tenderWorkflow,
} from './tender.workflow.ts'

export const tenderLifecycle: Lifecycle<Tender, TenderStatus, TenderStep, TenderFact> = {
  kind: 'tender',
  table: 'collaboration.tender',
  historyTable: 'collaboration.tenderEvent',
  workflow: tenderWorkflow,
  policy: tenderPolicy,
  historyOf: ({ id, communeId }) => ({ tenderId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    fileIsComplete: 'Complétez d’abord le dossier.',
    receiptIsRecorded: 'Dites quand et à qui le dossier a été remis.',
    resultIsGiven: 'Indiquez l’attributaire, le montant et la date.',
    reasonIsGiven: 'Indiquez le motif.',
  },
}
