/** How the status of a solution is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { VerificationStatus } from '../labels.ts'
import { missingFacts } from '../verification/verification.facts.ts'
import { solutionPolicy } from '../verification/verification.policy.ts'
import {
  type SolutionFact,
  solutionWorkflow,
  type VerificationStep,
} from '../verification/verification.workflow.ts'
import type { Solution } from './solution.schema.ts'

export const solutionLifecycle: Lifecycle<
  Solution,
  VerificationStatus,
  VerificationStep,
  SolutionFact
> = {
  kind: 'solution',
  table: 'directory.solution',
  historyTable: 'directory.solutionEvent',
  workflow: solutionWorkflow,
  policy: solutionPolicy,
  historyOf: ({ id, startupId }) => ({ solutionId: id, startupId }),
  journalOf: ({ startupId }) => startupId,
  missing: missingFacts,
}
