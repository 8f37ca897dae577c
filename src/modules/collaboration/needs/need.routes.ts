/** The pages of needs: the public ones, and those of the commune that writes them. */
import { autosaveNeedEndpoint, editNeedPage } from './edit-need.page.tsx'
import { joinNeedPage, leaveNeedAction } from './join-need.page.tsx'
import { listNeedsPage } from './list-needs.page.tsx'
import { moveNeedPages } from './move-need.pages.tsx'
import { myNeedsPage, startNeedAction } from './my-needs.page.tsx'
import { needFilePage } from './need-file.page.tsx'
import { needWorkbook } from './need-list.endpoint.ts'
import { needSheetRoutes } from './need-sheet.routes.ts'
import { showNeedPage } from './show-need.page.tsx'
import { startFromAction } from './start-from-action.page.tsx'

export const needRoutes = [
  listNeedsPage,
  needWorkbook,
  showNeedPage,
  ...needSheetRoutes,
  joinNeedPage,
  leaveNeedAction,
  myNeedsPage,
  startNeedAction,
  startFromAction,
  needFilePage,
  editNeedPage,
  autosaveNeedEndpoint,
  ...moveNeedPages,
]
