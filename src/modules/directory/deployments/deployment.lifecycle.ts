/** How the status of a use is kept. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { deploymentPolicy } from './deployment.policy.ts'
import type { Deployment } from './deployment.queries.ts'
import {
  type DeploymentFact,
  type DeploymentStatus,
  type DeploymentStep,
  deploymentWorkflow,
} from './deployment.workflow.ts'

export const deploymentLifecycle: Lifecycle<
  Deployment,
  DeploymentStatus,
  DeploymentStep,
  DeploymentFact
> = {
  kind: 'deployment',
  table: 'directory.deployment',
  historyTable: 'directory.deploymentEvent',
  workflow: deploymentWorkflow,
  policy: deploymentPolicy,
  historyOf: ({ id, startupId, communeId }) => ({ deploymentId: id, startupId, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: { reasonIsGiven: 'Indiquez le motif.' },
}
