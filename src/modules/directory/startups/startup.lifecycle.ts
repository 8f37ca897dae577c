/** How the status of a startup is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { VerificationStatus } from '../labels.ts'
import { missingFacts } from '../verification/verification.facts.ts'
import { startupPolicy } from '../verification/verification.policy.ts'
import {
  startupWorkflow,
  type VerificationFact,
  type VerificationStep,
} from '../verification/verification.workflow.ts'
import type { Startup } from './startup.schema.ts'

export const startupLifecycle: Lifecycle<
  Startup,
  VerificationStatus,
  VerificationStep,
  VerificationFact
> = {
  kind: 'startup',
  table: 'directory.startup',
  historyTable: 'directory.startupEvent',
  workflow: startupWorkflow,
  policy: startupPolicy,
  historyOf: ({ id }) => ({ startupId: id }),
  journalOf: ({ id }) => id,
  missing: missingFacts,
}
