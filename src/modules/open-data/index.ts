/** The front door of open data: it reads every module, and none reads it. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { apiRoutes } from './api/api.routes.ts'
import { catalogueRoutes } from './catalogue/catalogue.endpoint.ts'
import { datasetRoutes } from './datasets/dataset.routes.ts'
import { writeAllFiles, writeTask } from './datasets/write-dataset-file.ts'
import { feedRoutes } from './feeds/feed.routes.ts'

export { askForFiles } from './datasets/write-dataset-file.ts'

export const openDataRoutes: Route[] = [
  ...datasetRoutes,
  ...catalogueRoutes,
  ...feedRoutes,
  ...apiRoutes,
]

export const openDataSchedules: Schedule[] = [
  { name: writeTask, pattern: '10 2 * * *', work: writeAllFiles },
]

export const openDataSubscribers: Subscribers = {}

export const openDataSpace: SpaceContribution = {
  listTasks: async () => [],
  listLinks: () => [],
}
