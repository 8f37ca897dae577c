/** The front door of planning. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { ExportedTable } from '#platform/tables/export-tables.ts'
import type { Route } from '#platform/web.ts'
import { budgetRoutes } from './budgets/budget.routes.ts'
import { budgetSpace } from './budgets/budget.tasks.ts'
import { budgetTables } from './budgets/budget-tables.ts'
import { connectivityTables } from './connectivity/connectivity-tables.ts'
import { refreshAllStates } from './connectivity/refresh-states.ts'

export { communeBudgetSection } from './budgets/budget-section.view.tsx'
export { refreshFigures } from './budgets/refresh-figures.ts'
export { findPlanInForce, getPlanAction } from './plans/plan.queries.ts'
export type { FullPlan, Plan, PlanAction } from './plans/plan.schema.ts'
export { recordActionNeed } from './plans/record-action-need.ts'

export const planningRoutes: Route[] = [...budgetRoutes]

export const planningSchedules: Schedule[] = [
  { name: 'refresh-connectivity', pattern: '30 1 * * *', work: refreshAllStates },
]

export const planningSubscribers: Subscribers = {}

export const planningTables: readonly ExportedTable[] = [...connectivityTables, ...budgetTables]

/** What waits for somebody in planning, and where they may go: each part adds its own. */
const parts: readonly SpaceContribution[] = [budgetSpace]

export const planningSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const tasks: Awaited<ReturnType<SpaceContribution['listTasks']>> = []
    for (const part of parts) tasks.push(...(await part.listTasks(db, actor, now)))
    return tasks
  },
  listLinks: (actor) => parts.flatMap((part) => part.listLinks(actor)),
}
