/** How the status of a version of the charter is kept, and who may change it: the association alone. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { associationStaff } from '#platform/policy.ts'
import type { CharterVersion } from './charter.schema.ts'
import { type CharterStatus, type CharterStep, charterWorkflow } from './charter.workflow.ts'

export const charterLifecycle: Lifecycle<CharterVersion, CharterStatus, CharterStep, 'hasPoints'> =
  {
    kind: 'charter',
    table: 'collaboration.charterVersion',
    historyTable: 'collaboration.charterVersionEvent',
    workflow: charterWorkflow,
    policy: { publish: associationStaff, supersede: associationStaff },
    historyOf: ({ id }) => ({ charterVersionId: id }),
    journalOf: ({ organisationId }) => organisationId,
    missing: { hasPoints: 'Une version compte au moins un point.' },
  }
