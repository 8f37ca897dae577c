/** The front door of open data: it reads every module, and none reads it. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { OutwardTask, Schedule, Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { apiRoutes } from './api/api.routes.ts'
import { catalogueRoutes } from './catalogue/catalogue.endpoint.ts'
import { datasetRoutes } from './datasets/dataset.routes.ts'
import { writeAllFiles, writeTask } from './datasets/write-dataset-file.ts'
import { feedRoutes } from './feeds/feed.routes.ts'
import { deliverWebhooks } from './webhooks/deliver-webhooks.ts'
import { webhookSubscribers } from './webhooks/tell-receivers.ts'
import { webhookRoutes } from './webhooks/webhook.routes.ts'
import { webhookSchedules } from './webhooks/webhook.schedules.ts'
import { webhookSpace } from './webhooks/webhook.tasks.ts'
import { ocdsRoutes } from './ocds/ocds.routes.ts'
import { releaseSchedules, releaseSubscribers } from './ocds/refresh-releases.ts'

export { askForFiles } from './datasets/write-dataset-file.ts'
export { refreshAllReleases } from './ocds/refresh-releases.ts'

export const openDataRoutes: Route[] = [
  ...datasetRoutes,
  ...catalogueRoutes,
  ...feedRoutes,
  ...apiRoutes,
  ...webhookRoutes,
  ...ocdsRoutes,
]

export const openDataSchedules: Schedule[] = [
  { name: writeTask, pattern: '10 2 * * *', work: writeAllFiles },
  ...webhookSchedules,
]

export const openDataOutward: OutwardTask[] = [deliverWebhooks]
  ...releaseSchedules,
]

export const openDataSubscribers: Subscribers = releaseSubscribers

export const openDataSubscribers: Subscribers = { ...webhookSubscribers }

export const openDataSpace: SpaceContribution = webhookSpace

/** For the demonstration world, whose receiver has a secret of its own. */
export { makeSecret } from './webhooks/secrets.ts'
