/** The pages of the charter: the list everybody reads, and its next version. */
import { editCharterPages } from './edit-charter.pages.tsx'
import { editPointPages } from './edit-point.pages.tsx'
import { charterPage, charterVersionPage } from './show-charter.page.tsx'

export const charterRoutes = [
  charterPage,
  charterVersionPage,
  ...editCharterPages,
  ...editPointPages,
]
