/** Sends each reminder once, when it falls due: which ones are due is a pure rule. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { startupRoles } from './contact.actions.ts'
import { listOpenContacts } from './contact.queries.ts'
import type { Contact } from './contact.schema.ts'
import { type ContactReminder, listDueReminders } from './contact-dates.rules.ts'

const batchSize = 200

/** Goes through the open contacts in batches; the keys of the messages make a second run harmless. */
export async function remindContacts(platform: Platform, now: Date): Promise<void> {
  for (let after: string | null = null; ; ) {
    const batch: Contact[] = await writeAs(platform.db, system, (db) => remindBatch(db, after, now))
    after = batch.at(-1)?.id ?? null
    if (batch.length < batchSize) return
  }
}

async function remindBatch(db: Db, after: string | null, now: Date): Promise<Contact[]> {
  const contacts = await listOpenContacts(db, after, batchSize)
  for (const contact of contacts) {
    for (const reminder of listDueReminders(contact, now)) await remind(db, contact, reminder, now)
  }
  return contacts
}

interface Wording {
  readonly sides: readonly ('commune' | 'startup')[]
  readonly column: 'remindedAt' | 'demonstrationRemindedAt' | 'outcomeRemindedAt'
  readonly subject: Words
  readonly text: (contact: Contact) => string
}

const wordings: Record<ContactReminder, Wording> = {
  answerSoon: {
    sides: ['startup'],
    column: 'remindedAt',
    subject: () => t('Une commune attend votre réponse'),
    text: (contact) =>
      t('Répondez à la mise en relation {reference} avant le {date}.', {
        reference: contact.reference,
        date: formatDateTime(contact.answerDueAt),
      }),
  },
  answerOverdue: {
    sides: ['commune', 'startup'],
    column: 'remindedAt',
    subject: () => t('Le délai de réponse est passé'),
    text: (contact) =>
      t(
        'La mise en relation {reference} est restée sans réponse. La startup peut encore répondre ; la commune peut la retirer.',
        { reference: contact.reference },
      ),
  },
  demonstrationTomorrow: {
    sides: ['commune', 'startup'],
    column: 'demonstrationRemindedAt',
    subject: () => t('Démonstration demain'),
    text: (contact) =>
      t('{solutionName} : {date}. Lieu : {demonstrationPlace}.', {
        solutionName: contact.solutionName,
        date: contact.demonstrationAt ? formatDateTime(contact.demonstrationAt) : '',
        demonstrationPlace: contact.demonstrationPlace,
      }),
  },
  outcomeAwaited: {
    sides: ['commune'],
    column: 'outcomeRemindedAt',
    subject: () => t('Dites la suite donnée à la démonstration'),
    text: (contact) =>
      t(
        'La démonstration de {solutionName} ({reference}) est passée. La startup attend votre réponse.',
        { solutionName: contact.solutionName, reference: contact.reference },
      ),
  },
}

async function remind(
  db: Db,
  contact: Contact,
  reminder: ContactReminder,
  now: Date,
): Promise<void> {
  const { sides, column, subject, text } = wordings[reminder]
  for (const side of sides) {
    await notify(
      db,
      {
        organisationId: side === 'commune' ? contact.communeId : contact.startupId,
        roles: side === 'commune' ? communeOfficers : startupRoles,
        topic: 'reminders',
        subject,
        text: () => text(contact),
        link: `/espace/contacts/${contact.id}`,
        key: `contact:${contact.id}:${reminder}:${contact.demonstrationAt?.getTime() ?? ''}`,
      },
      now,
    )
  }
  await db
    .updateTable('collaboration.contact')
    .set({ [column]: now })
    .where('id', '=', contact.id)
    .execute()
}
