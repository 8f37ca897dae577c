/** The pages of the framework agreement. */
import type { Route } from '#platform/web.ts'
import { editClausePages } from './edit-clause.pages.tsx'
import { editFrameworkPages } from './edit-framework.pages.tsx'
import { frameworkPaperRoutes } from './framework-paper.routes.ts'
import { showFrameworkPages } from './show-framework.pages.tsx'

export const frameworkRoutes: Route[] = [
  ...showFrameworkPages,
  ...editFrameworkPages,
  ...editClausePages,
  ...frameworkPaperRoutes,
]
