/** The pages of files for formal tenders. */
import type { Route } from '#platform/web.ts'
import { editTenderPage } from './edit-tender.page.tsx'
import { listTendersPage } from './list-tenders.page.tsx'
import { moveTenderPages } from './move-tender.pages.tsx'
import { myTendersPage } from './my-tenders.page.tsx'
import { showTenderPage } from './show-tender.page.tsx'
import { startTenderPage } from './start-tender.page.tsx'
import { tenderFilePage } from './tender-file.page.tsx'
import { tenderPaperRoutes } from './tender-papers.routes.ts'

export const tenderRoutes: Route[] = [
  listTendersPage,
  showTenderPage,
  startTenderPage,
  myTendersPage,
  tenderFilePage,
  editTenderPage,
  ...moveTenderPages,
  ...tenderPaperRoutes,
]
