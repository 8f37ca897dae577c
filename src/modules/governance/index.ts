/** The front door of governance. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { recommendationRoutes } from './recommendations/recommendation.routes.ts'
import { sessionRoutes } from './sessions/session.routes.ts'
import { sessionSpace } from './sessions/session.tasks.ts'

export { governanceTables } from './governance-tables.ts'

export const governanceRoutes: Route[] = [...sessionRoutes, ...recommendationRoutes]

export const governanceSchedules: Schedule[] = []

export const governanceSubscribers: Subscribers = {}

export const governanceSpace: SpaceContribution = sessionSpace
