import type { Route } from '#platform/web.ts'
import { bulkRoutes } from './bulk.endpoint.ts'
import { packageRoutes } from './packages.endpoint.ts'
import { showExtentPage } from './show-extent.page.tsx'

export const ocdsRoutes: Route[] = [showExtentPage, ...packageRoutes, ...bulkRoutes]
