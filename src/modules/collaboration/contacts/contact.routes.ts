/** The pages of contacts, for the two sides. */
import { acceptContactPage } from './accept-contact.page.tsx'
import { confirmDemonstrationPage } from './confirm-demonstration.page.tsx'
import { declineContactPage, withdrawContactPage } from './end-contact.pages.tsx'
import { listContactsPage } from './list-contacts.page.tsx'
import { openContactsPage } from './open-contacts.page.tsx'
import { recordOutcomePage } from './record-outcome.page.tsx'
import { scheduleDemonstrationPage } from './schedule-demonstration.page.tsx'
import { showContactPage } from './show-contact.page.tsx'

export const contactRoutes = [
  listContactsPage,
  openContactsPage,
  showContactPage,
  acceptContactPage,
  scheduleDemonstrationPage,
  confirmDemonstrationPage,
  recordOutcomePage,
  declineContactPage,
  withdrawContactPage,
]
