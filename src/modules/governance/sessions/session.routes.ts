/** The pages of sessions: the public calendar, and where the association prepares them. */
import type { Route } from '#platform/web.ts'
import { agendaItemPages } from './agenda-item.pages.tsx'
import { attendancePage } from './attendance.page.tsx'
import { calendarEndpoint } from './calendar.endpoint.ts'
import { editSessionPages } from './edit-session.pages.tsx'
import { listSessionsPage } from './list-sessions.page.tsx'
import { minutesPage } from './minutes.page.tsx'
import { moveSessionPages } from './move-session.pages.tsx'
import { mySessionsPage } from './my-sessions.page.tsx'
import { sessionDocumentPages } from './session-documents.pages.tsx'
import { sessionFilePage } from './session-file.page.tsx'
import { sessionPaperRoutes } from './session-papers.routes.ts'
import { showSessionPage } from './show-session.page.tsx'

export const sessionRoutes: Route[] = [
  listSessionsPage,
  showSessionPage,
  calendarEndpoint,
  ...sessionPaperRoutes,
  mySessionsPage,
  ...editSessionPages,
  sessionFilePage,
  ...agendaItemPages,
  attendancePage,
  minutesPage,
  ...sessionDocumentPages,
  ...moveSessionPages,
]
