/** The pages of pilots. */
import type { Route } from '#platform/web.ts'
import { decidePilotPage } from './decide-pilot.page.tsx'
import { editPilotPage } from './edit-pilot.page.tsx'
import { evaluatePilotPage } from './evaluate-pilot.page.tsx'
import { listPilotsPage } from './list-pilots.page.tsx'
import { movePilotPages } from './move-pilot.pages.tsx'
import { myPilotsPage } from './my-pilots.page.tsx'
import { pilotFilePage } from './pilot-file.page.tsx'
import { pilotPaperRoutes } from './pilot-papers.routes.ts'
import { showPilotPage } from './show-pilot.page.tsx'
import { startPilotPage } from './start-pilot.page.tsx'

export const pilotRoutes: Route[] = [
  listPilotsPage,
  showPilotPage,
  startPilotPage,
  myPilotsPage,
  pilotFilePage,
  editPilotPage,
  ...movePilotPages,
  evaluatePilotPage,
  decidePilotPage,
  ...pilotPaperRoutes,
]
