/** The pages of letters: a commune's own, and the association's model. */
import type { Route } from '#platform/web.ts'
import { compareLettersPage } from './compare-letters.page.tsx'
import { delegateSignaturePage } from './delegate-signature.page.tsx'
import { editModelPages } from './edit-model.pages.tsx'
import { editRowsPages } from './edit-rows.pages.tsx'
import { editSectionPages } from './edit-section.pages.tsx'
import { letterFilePage } from './letter-file.page.tsx'
import { letterPaperRoutes } from './letter-papers.routes.ts'
import { moveLetterPages } from './move-letter.pages.tsx'
import { myLettersPage } from './my-letters.page.tsx'
import { refreshLetterPage } from './refresh-letter.page.tsx'
import { showModelPages } from './show-model.pages.tsx'
import { signLetterRoutes } from './sign-letter.pages.tsx'
import { stateLetterPages } from './state-letters.pages.tsx'
import { uptakePages } from './uptake-board.pages.tsx'

export const letterRoutes: Route[] = [
  ...showModelPages,
  myLettersPage,
  delegateSignaturePage,
  letterFilePage,
  ...editSectionPages,
  ...editRowsPages,
  refreshLetterPage,
  ...moveLetterPages,
  ...signLetterRoutes,
  compareLettersPage,
  ...stateLetterPages,
  ...uptakePages,
  ...editModelPages,
  ...letterPaperRoutes,
]
