/** The front door of open data: it reads every module, and none reads it. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import {
  mergeSubscribers,
  type OutwardTask,
  type Schedule,
  type Subscribers,
} from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { apiRoutes } from './api/api.routes.ts'
import { catalogueRoutes } from './catalogue/catalogue.endpoint.ts'
import { datasetRoutes } from './datasets/dataset.routes.ts'
import { writeAllFiles, writeTask } from './datasets/write-dataset-file.ts'
import { feedRoutes } from './feeds/feed.routes.ts'
import { ocdsRoutes } from './ocds/ocds.routes.ts'
import { releaseSchedules, releaseSubscribers } from './ocds/refresh-releases.ts'
import { deliverWebhooks } from './webhooks/deliver-webhooks.ts'
import { webhookSubscribers } from './webhooks/tell-receivers.ts'
import { webhookRoutes } from './webhooks/webhook.routes.ts'
import { webhookSchedules } from './webhooks/webhook.schedules.ts'
import { webhookSpace } from './webhooks/webhook.tasks.ts'

export { askForFiles } from './datasets/write-dataset-file.ts'
export { refreshAllReleases } from './ocds/refresh-releases.ts'
/** For the demonstration world, whose receiver has a secret of its own. */
export { makeSecret } from './webhooks/secrets.ts'

export const openDataRoutes: Route[] = [
  ...ocdsRoutes,
  ...datasetRoutes,
  ...catalogueRoutes,
  ...feedRoutes,
  ...apiRoutes,
  ...webhookRoutes,
]

export const openDataSchedules: Schedule[] = [
  { name: writeTask, pattern: '10 2 * * *', work: writeAllFiles },
  ...webhookSchedules,
  ...releaseSchedules,
]

export const openDataOutward: OutwardTask[] = [deliverWebhooks]

export const openDataSubscribers: Subscribers = mergeSubscribers([
  webhookSubscribers,
  releaseSubscribers,
])

export const openDataSpace: SpaceContribution = webhookSpace
