/** The pages of sensibilisation: the public one, one's own, the library. */
import type { Route } from '#platform/web.ts'
import { resourceRoutes } from './library/resource.routes.ts'
import { listAwarenessPage } from './list-awareness.page.tsx'
import { myAwarenessPage } from './my-awareness.page.tsx'

export const awarenessRoutes: Route[] = [listAwarenessPage, myAwarenessPage, ...resourceRoutes]
