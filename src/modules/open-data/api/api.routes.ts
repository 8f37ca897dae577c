/** The public interface: its documentation, its description for tools, and everything that may be asked. */
import { NotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import { endpoint, json, type Route } from '#platform/web.ts'
import { writeOpenApi } from './open-api.rules.ts'
import { prefix } from './operation.types.ts'
import { operations } from './operations.lists.ts'
import { publicLimit, serveOperation } from './serve-operation.ts'
import { showGuidePage } from './show-guide.page.tsx'
import { showResourcePage } from './show-resource.page.tsx'

const openApi = endpoint(`${prefix}/openapi.json`, {
  ...{ isForMachines: true, isPublic: true, limit: publicLimit },
  load: () => null,
  allow: everyone,
  reply: (_, { platform }) => {
    const reply = json(writeOpenApi(operations, platform.config.origin))
    return { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': '*' } }
  },
})

/** What is nothing is told to programs as all else is. */
const nothing = endpoint(`${prefix}/*`, {
  ...{ isForMachines: true, load: () => null, allow: everyone },
  reply: () => {
    throw new NotFound()
  },
})

export const apiRoutes: readonly Route[] = [
  showGuidePage,
  showResourcePage,
  openApi,
  ...operations.map(serveOperation),
  nothing,
]
