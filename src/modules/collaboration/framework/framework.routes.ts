/** The pages of the framework agreement. */
import type { Route } from '#platform/web.ts'
import { frameworkPaperRoutes } from './framework-paper.routes.ts'
import { showFrameworkPages } from './show-framework.pages.tsx'

export const frameworkRoutes: Route[] = [...showFrameworkPages, ...frameworkPaperRoutes]
