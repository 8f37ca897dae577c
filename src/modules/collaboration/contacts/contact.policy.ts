/** Who may do what with a contact: the two sides, each their part, and nobody else. */
import { type Actor, communeOfficers, worksFor } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Contact } from './contact.schema.ts'
import type { ContactStep } from './contact.workflow.ts'

type Subject = Pick<Contact, 'communeId' | 'startupId' | 'status'>

export const contactPolicy = {
  /** The association reads, to help; it does not write in the thread of others. */
  read: (actor, contact) => mayWrite(actor, contact) || associationStaff(actor, contact),
  write: mayWrite,

  accept: isStartup,
  decline: isStartup,
  /** The startup chooses among the dates proposed; the commune fixes a date once the startup has answered. */
  schedule: (actor, contact) =>
    isStartup(actor, contact) || (isCommune(actor, contact) && contact.status !== 'sent'),

  demonstrate: isCommune,
  followUp: isCommune,
  close: isCommune,
  withdraw: isCommune,
} satisfies Record<ContactStep | 'read' | 'write', Rule<Subject>>

function isCommune(actor: Actor, contact: Subject): boolean {
  return worksFor(actor, contact.communeId, ...communeOfficers)
}

function isStartup(actor: Actor, contact: Subject): boolean {
  return worksFor(actor, contact.startupId, 'manager', 'member')
}

/** Whoever assists the commune answers for it, and decides nothing. */
function mayWrite(actor: Actor, contact: Subject): boolean {
  const isDrafter = worksFor(actor, contact.communeId, 'drafter')
  return isCommune(actor, contact) || isStartup(actor, contact) || isDrafter
}
