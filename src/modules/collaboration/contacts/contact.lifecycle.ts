/** How a contact's status is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { contactPolicy } from './contact.policy.ts'
import type { Contact } from './contact.schema.ts'
import {
  type ContactFact,
  type ContactStatus,
  type ContactStep,
  contactWorkflow,
} from './contact.workflow.ts'

export const contactLifecycle: Lifecycle<Contact, ContactStatus, ContactStep, ContactFact> = {
  kind: 'contact',
  table: 'collaboration.contact',
  historyTable: 'collaboration.contactEvent',
  workflow: contactWorkflow,
  policy: contactPolicy,
  historyOf: (contact) => ({
    contactId: contact.id,
    communeId: contact.communeId,
    startupId: contact.startupId,
  }),
  journalOf: (contact) => contact.communeId,
  missing: {
    reasonIsGiven: 'Indiquez le motif : l’autre partie le recevra.',
    dateIsGiven: 'Indiquez la date de la démonstration.',
    dateHasPassed: 'La date de la démonstration n’est pas encore passée.',
  },
}
