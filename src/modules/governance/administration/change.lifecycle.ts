/** How the status of a change is kept, in the journal of the association. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { changePolicy } from './change.policy.ts'
import type { ReferenceChange } from './change.schema.ts'
import {
  type ChangeFact,
  type ChangeStatus,
  type ChangeStep,
  changeWorkflow,
} from './change.workflow.ts'

export const changeLifecycle: Lifecycle<ReferenceChange, ChangeStatus, ChangeStep, ChangeFact> = {
  kind: 'referenceChange',
  table: 'governance.referenceChange',
  historyTable: 'governance.referenceChangeEvent',
  workflow: changeWorkflow,
  policy: changePolicy,
  historyOf: ({ id }) => ({ referenceChangeId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    dayHasCome: 'Ce changement prend effet à sa date.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}
