/** How a milestone's status is kept. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { milestonePolicy } from './milestone.policy.ts'
import {
  type MilestoneFact,
  type MilestoneStatus,
  type MilestoneStep,
  milestoneWorkflow,
} from './milestone.workflow.ts'
import type { Milestone } from './project.schema.ts'

export const milestoneLifecycle: Lifecycle<
  Milestone,
  MilestoneStatus,
  MilestoneStep,
  MilestoneFact
> = {
  kind: 'milestone',
  table: 'collaboration.milestone',
  historyTable: 'collaboration.milestoneEvent',
  workflow: milestoneWorkflow,
  policy: milestonePolicy,
  historyOf: ({ id, communeId, startupId }) => ({
    milestoneId: id,
    communeId,
    ...(startupId !== null && { startupId }),
  }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    projectIsRunning: 'Le projet n’est pas en cours : démarrez-le ou reprenez-le d’abord.',
    reasonIsGiven: 'Indiquez le motif.',
    reservesAreGiven: 'Écrivez les réserves et la date à laquelle elles doivent être levées.',
  },
}
