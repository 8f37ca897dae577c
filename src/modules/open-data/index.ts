/** The front door of open data: it reads every module, and none reads it. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { listDatasetsPage } from './datasets/list-datasets.page.tsx'

export const openDataRoutes: Route[] = [listDatasetsPage]

export const openDataSchedules: Schedule[] = []

export const openDataSubscribers: Subscribers = {}

export const openDataSpace: SpaceContribution = {
  listTasks: async () => [],
  listLinks: () => [],
}
