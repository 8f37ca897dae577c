/** The pages of the library. */
import type { Route } from '#platform/web.ts'
import { caseStudyPages } from './case-study.pages.tsx'
import { editResourcePages } from './edit-resource.pages.tsx'
import { moveResourcePages } from './move-resource.pages.tsx'
import { resourceFilePage } from './resource-file.page.tsx'
import { resourcePaperRoutes } from './resource-papers.routes.ts'
import { showResourcePage } from './show-resource.page.tsx'

export const resourceRoutes: Route[] = [
  showResourcePage,
  ...resourcePaperRoutes,
  ...editResourcePages,
  ...caseStudyPages,
  resourceFilePage,
  ...moveResourcePages,
]
