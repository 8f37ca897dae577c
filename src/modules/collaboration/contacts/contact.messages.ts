/** What each step of a contact tells, and to which side. */
import { formatDateTime } from '#platform/format.ts'
import type { Contact } from './contact.schema.ts'
import type { ContactStep } from './contact.workflow.ts'

interface Names {
  readonly commune: string
  readonly startup: string
  readonly solution: string
}

export interface ContactNotice {
  readonly to: 'commune' | 'startup' | 'other'
  readonly subject: string
  readonly text: string
}

type Wording = (contact: Contact, names: Names, reason: string) => ContactNotice

const wordings: Record<ContactStep | 'open', Wording> = {
  open: (contact, { commune, solution }) => ({
    to: 'startup',
    subject: `${commune} souhaite vous rencontrer au sujet de ${solution}`,
    text: `La commune de ${commune} vous contacte (${contact.reference}). Répondez avant le ${formatDateTime(contact.answerDueAt)} : acceptez, proposez une date ou déclinez avec un motif.`,
  }),
  accept: (contact, { startup }) => ({
    to: 'commune',
    subject: `${startup} accepte votre mise en relation ${contact.reference}`,
    text: `${startup} a répondu. Lisez son message, puis fixez la date de la démonstration.`,
  }),
  decline: (contact, { startup }, reason) => ({
    to: 'commune',
    subject: `${startup} décline votre mise en relation ${contact.reference}`,
    text: `Motif donné : ${reason}`,
  }),
  schedule: (contact, { commune, startup, solution }) => ({
    to: 'other',
    subject: `Démonstration de ${solution} fixée`,
    text: `${commune} et ${startup} : démonstration le ${contact.demonstrationAt ? formatDateTime(contact.demonstrationAt) : ''}. Lieu : ${contact.demonstrationPlace}.`,
  }),
  demonstrate: (contact, { commune }) => ({
    to: 'startup',
    subject: `Démonstration faite : ${contact.reference}`,
    text: `${commune} confirme que la démonstration a eu lieu. La commune vous dira si elle donne suite.`,
  }),
  followUp: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: `${commune} donne suite : ${contact.reference}`,
    text: `${reason}${contact.outcomeNext ? `\n\nSuite prévue : ${contact.outcomeNext}` : ''}`,
  }),
  close: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: `${commune} ne donne pas suite : ${contact.reference}`,
    text: `Motif donné : ${reason}`,
  }),
  withdraw: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: `${commune} retire sa mise en relation ${contact.reference}`,
    text: `Motif donné : ${reason}`,
  }),
}

export function noticeOf(
  step: ContactStep | 'open',
  contact: Contact,
  names: Names,
  reason = '',
): ContactNotice {
  return wordings[step](contact, names, reason)
}
