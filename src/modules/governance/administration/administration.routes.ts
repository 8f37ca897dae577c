/** The pages where the association keeps its lists. */
import type { Route } from '#platform/web.ts'
import { listReferencesPage } from './list-references.page.tsx'
import { proposeChangePages } from './propose-change.pages.tsx'
import { reviewChangePages } from './review-change.pages.tsx'
import { showChangePage } from './show-change.page.tsx'
import { showEntryPage } from './show-entry.page.tsx'
import { showListPage } from './show-list.page.tsx'

export const administrationRoutes: Route[] = [
  listReferencesPage,
  showChangePage,
  ...proposeChangePages,
  ...reviewChangePages,
  showListPage,
  showEntryPage,
]
