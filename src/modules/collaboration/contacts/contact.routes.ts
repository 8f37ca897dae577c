/** The pages of contacts, for the two sides. */
import { listContactsPage } from './list-contacts.page.tsx'
import { moveContactPages } from './move-contact.pages.tsx'
import { openContactsPage } from './open-contacts.page.tsx'
import { showContactPage } from './show-contact.page.tsx'

export const contactRoutes = [
  listContactsPage,
  openContactsPage,
  showContactPage,
  ...moveContactPages,
]
