/** The front door of planning. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { ExportedTable } from '#platform/tables/export-tables.ts'
import type { Route } from '#platform/web.ts'
import { connectivityTables } from './connectivity/connectivity-tables.ts'
import { refreshAllStates } from './connectivity/refresh-states.ts'

export { findPlanInForce, getPlanAction } from './plans/plan.queries.ts'
export type { FullPlan, Plan, PlanAction } from './plans/plan.schema.ts'
export { recordActionNeed } from './plans/record-action-need.ts'

export const planningRoutes: Route[] = []

export const planningSchedules: Schedule[] = [
  { name: 'refresh-connectivity', pattern: '30 1 * * *', work: refreshAllStates },
]

export const planningSubscribers: Subscribers = {}

export const planningTables: readonly ExportedTable[] = [...connectivityTables]

/** What waits for somebody in planning, and where they may go: each part adds its own. */
const parts: readonly SpaceContribution[] = []

export const planningSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const tasks: Awaited<ReturnType<SpaceContribution['listTasks']>> = []
    for (const part of parts) tasks.push(...(await part.listTasks(db, actor, now)))
    return tasks
  },
  listLinks: (actor) => parts.flatMap((part) => part.listLinks(actor)),
}
