/** How a need's status is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { needPolicy } from './need.policy.ts'
import type { Need } from './need.schema.ts'
import { type NeedFact, type NeedStatus, type NeedStep, needWorkflow } from './need.workflow.ts'

export const needLifecycle: Lifecycle<Need, NeedStatus, NeedStep, NeedFact> = {
  kind: 'need',
  table: 'collaboration.need',
  historyTable: 'collaboration.needEvent',
  workflow: needWorkflow,
  policy: needPolicy,
  historyOf: (need) => ({ needId: need.id, communeId: need.communeId }),
  journalOf: (need) => need.communeId,
  missing: {
    isComplete: 'Des réponses obligatoires manquent : complétez les étapes signalées.',
    reasonIsGiven: 'Indiquez un motif.',
  },
}
