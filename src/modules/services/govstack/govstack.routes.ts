/** The door of other systems, in the shape of GovStack's Registration building block. */
import { everyone } from '#platform/policy.ts'
import { endpoint, json, type Route } from '#platform/web.ts'
import { applicationEndpoints } from './application.endpoint.ts'
import { sendDocument } from './document.endpoint.ts'
import { guidePage } from './guide.page.tsx'
import { writeOpenApi } from './open-api.rules.ts'
import { prefix } from './operation.lists.ts'
import { serviceEndpoints } from './service.endpoint.ts'
import { taskEndpoints } from './task.endpoint.ts'

const openApi = endpoint(`${prefix}/openapi.json`, {
  isForMachines: true,
  limit: { points: 60, seconds: 60 },
  load: () => null,
  allow: everyone,
  reply: (_, { platform }) => json(writeOpenApi(platform.config.origin)),
})

export const govstackRoutes: readonly Route[] = [
  guidePage,
  openApi,
  ...serviceEndpoints,
  ...applicationEndpoints,
  sendDocument,
  ...taskEndpoints,
]
