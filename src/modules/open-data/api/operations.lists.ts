/** Everything that may be asked, in the order in which the guide tells it. */
import { callOperations } from './calls.endpoint.ts'
import { communeOperations } from './communes.endpoint.ts'
import { listOperations } from './lists.endpoint.ts'
import { needOperations } from './needs.endpoint.ts'
import type { Operation } from './operation.types.ts'
import { ownKeyOperations } from './own-key.endpoint.ts'
import { ownMatchOperations } from './own-matches.endpoint.ts'
import { ownRequestOperations } from './own-requests.endpoint.ts'
import { projectOperations } from './projects.endpoint.ts'
import { recommendationOperations } from './recommendations.endpoint.ts'
import { recordOperations } from './record.endpoint.ts'
import { serviceOperations } from './services.endpoint.ts'
import { sessionOperations } from './sessions.endpoint.ts'
import { solutionOperations } from './solutions.endpoint.ts'
import { startupOperations } from './startups.endpoint.ts'

export const operations: readonly Operation[] = [
  ...communeOperations,
  ...startupOperations,
  ...solutionOperations,
  ...needOperations,
  ...callOperations,
  ...projectOperations,
  ...recordOperations,
  ...serviceOperations,
  ...sessionOperations,
  ...recommendationOperations,
  ...listOperations,
  ...ownKeyOperations,
  ...ownRequestOperations,
  ...ownMatchOperations,
]
