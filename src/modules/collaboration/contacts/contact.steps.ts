/** What every step of a contact starts from, and where it leads back. */
import type { Context } from '#platform/web.ts'
import { getContact } from './contact.queries.ts'
import type { Contact } from './contact.schema.ts'

export const loadContact = ({ contactId }: { contactId: string }, { db }: Context) =>
  getContact(db, contactId)

export function addressOf(contact: Contact): string {
  return `/espace/contacts/${contact.id}`
}

export function listCrumbs(contact: Contact) {
  return [{ label: contact.reference, href: addressOf(contact) }]
}
