/** How the status of a version of the charter is kept: it moves when a change of its points, reviewed by two persons, takes effect. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { systemOnly } from '#platform/policy.ts'
import type { CharterVersion } from './charter.schema.ts'
import { type CharterStatus, type CharterStep, charterWorkflow } from './charter.workflow.ts'

export const charterLifecycle: Lifecycle<CharterVersion, CharterStatus, CharterStep, 'hasPoints'> =
  {
    kind: 'charter',
    table: 'collaboration.charterVersion',
    historyTable: 'collaboration.charterVersionEvent',
    workflow: charterWorkflow,
    policy: { publish: systemOnly, supersede: systemOnly },
    historyOf: ({ id }) => ({ charterVersionId: id }),
    journalOf: ({ organisationId }) => organisationId,
    missing: { hasPoints: 'Une version compte au moins un point.' },
  }
