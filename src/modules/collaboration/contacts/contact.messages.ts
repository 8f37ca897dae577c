/** What each step of a contact tells, and to which side. */
import { formatDateTime } from '#platform/format.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Contact } from './contact.schema.ts'
import type { ContactStep } from './contact.workflow.ts'

interface Names {
  readonly commune: string
  readonly startup: string
  readonly solution: string
}

export interface ContactNotice {
  readonly to: 'commune' | 'startup' | 'other'
  readonly subject: Words
  readonly text: Words
}

type Wording = (contact: Contact, names: Names, reason: string) => ContactNotice

const wordings: Record<ContactStep | 'open', Wording> = {
  open: (contact, { commune, solution }) => ({
    to: 'startup',
    subject: () =>
      t('{commune} souhaite vous rencontrer au sujet de {solution}', { commune, solution }),
    text: () =>
      t(
        'La commune de {commune} vous contacte ({reference}). Répondez avant le {date} : acceptez, proposez une date ou déclinez avec un motif.',
        { commune, reference: contact.reference, date: formatDateTime(contact.answerDueAt) },
      ),
  }),
  accept: (contact, { startup }) => ({
    to: 'commune',
    subject: () =>
      t('{startup} accepte votre mise en relation {reference}', {
        startup,
        reference: contact.reference,
      }),
    text: () =>
      t('{startup} a répondu. Lisez son message, puis fixez la date de la démonstration.', {
        startup,
      }),
  }),
  decline: (contact, { startup }, reason) => ({
    to: 'commune',
    subject: () =>
      t('{startup} décline votre mise en relation {reference}', {
        startup,
        reference: contact.reference,
      }),
    text: () => t('Motif donné : {reason}', { reason }),
  }),
  schedule: (contact, { commune, startup, solution }) => ({
    to: 'other',
    subject: () => t('Démonstration de {solution} fixée', { solution }),
    text: () =>
      t('{commune} et {startup} : démonstration le {date}. Lieu : {demonstrationPlace}.', {
        commune,
        startup,
        date: contact.demonstrationAt ? formatDateTime(contact.demonstrationAt) : '',
        demonstrationPlace: contact.demonstrationPlace,
      }),
  }),
  demonstrate: (contact, { commune }) => ({
    to: 'startup',
    subject: () => t('Démonstration faite : {reference}', { reference: contact.reference }),
    text: () =>
      t(
        '{commune} confirme que la démonstration a eu lieu. La commune vous dira si elle donne suite.',
        { commune },
      ),
  }),
  followUp: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: () =>
      t('{commune} donne suite : {reference}', { commune, reference: contact.reference }),
    text: () =>
      contact.outcomeNext
        ? t('{reason}\n\nSuite prévue : {next}', { reason, next: contact.outcomeNext })
        : reason,
  }),
  close: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: () =>
      t('{commune} ne donne pas suite : {reference}', { commune, reference: contact.reference }),
    text: () => t('Motif donné : {reason}', { reason }),
  }),
  withdraw: (contact, { commune }, reason) => ({
    to: 'startup',
    subject: () =>
      t('{commune} retire sa mise en relation {reference}', {
        commune,
        reference: contact.reference,
      }),
    text: () => t('Motif donné : {reason}', { reason }),
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
