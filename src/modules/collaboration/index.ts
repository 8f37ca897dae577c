/** The front door of collaboration. */
import type { Schedule } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { contactRoutes } from './contacts/contact.routes.ts'
import { remindContacts } from './contacts/contact-reminders.ts'
import { matchingRoutes } from './matching/matching.routes.ts'
import { needRoutes } from './needs/need.routes.ts'
import { peerRoutes } from './peers/peer.routes.ts'

export { collaborationSpace } from './collaboration.tasks.ts'
export { collaborationTables } from './collaboration-tables.ts'
export type { ContactStatus } from './contacts/contact.workflow.ts'
export type { NeedStatus } from './needs/need.workflow.ts'
export { communeNeedsSection, latestNeedsSection } from './needs/need-sections-elsewhere.view.tsx'

export const collaborationRoutes: Route[] = [
  ...needRoutes,
  ...matchingRoutes,
  ...contactRoutes,
  ...peerRoutes,
]

export const collaborationSchedules: Schedule[] = [
  { name: 'remind-contacts', pattern: '15 * * * *', work: remindContacts },
]
