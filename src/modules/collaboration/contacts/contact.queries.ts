/** Reading contacts and their threads. Row-level security shows each side its own. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Contact } from './contact.schema.ts'
import { type ContactStatus, endedStatuses } from './contact.workflow.ts'

export async function getContact(db: Db, contactId: string): Promise<Contact> {
  const row = await db
    .selectFrom('collaboration.contact')
    .selectAll()
    .where('id', '=', contactId)
    .executeTakeFirst()
  return orNotFound(row) as Contact
}

export interface ContactLine {
  readonly id: string
  readonly reference: string
  readonly status: ContactStatus
  readonly needTitle: string
  readonly needReference: string
  readonly solutionName: string
  readonly solutionId: string
  readonly communeId: string
  readonly startupId: string
  readonly answerDueAt: Date
  readonly demonstrationAt: Date | null
  readonly updatedAt: Date
}

/** The contacts of an organisation, whichever side it is on, the ones last touched first. */
export async function listContacts(
  db: Db,
  organisationId: string,
  scope: 'open' | 'ended',
): Promise<ContactLine[]> {
  const rows = await selectLines(db)
    .where((row) =>
      row.or([
        row('contact.communeId', '=', organisationId),
        row('contact.startupId', '=', organisationId),
      ]),
    )
    .where('contact.status', scope === 'ended' ? 'in' : 'not in', [...endedStatuses])
    .orderBy('contact.updatedAt', 'desc')
    .limit(200)
    .execute()
  return rows as ContactLine[]
}

export async function listContactsOfNeed(
  db: Db,
  needId: string,
  communeId: string,
): Promise<ContactLine[]> {
  const rows = await selectLines(db)
    .where('contact.needId', '=', needId)
    .where('contact.communeId', '=', communeId)
    .orderBy('contact.openedAt')
    .execute()
  return rows as ContactLine[]
}

function selectLines(db: Db) {
  return db
    .selectFrom('collaboration.contact as contact')
    .select(['contact.id', 'contact.reference', 'contact.status', 'contact.solutionId'])
    .select(['contact.communeId', 'contact.startupId', 'contact.answerDueAt'])
    .select(['contact.demonstrationAt', 'contact.updatedAt'])
    .select(['contact.needTitle', 'contact.needReference', 'contact.solutionName'])
}

export interface ContactMessage {
  readonly id: string
  readonly authorId: string
  readonly authorOrganisationId: string
  /** Set on what was written for the commune by whoever assisted it. */
  readonly assistanceId: string | null
  readonly body: string
  readonly sentAt: Date
}

export async function listMessages(db: Db, contactId: string): Promise<ContactMessage[]> {
  return db
    .selectFrom('collaboration.contactMessage')
    .select(['id', 'authorId', 'authorOrganisationId', 'assistanceId', 'body', 'sentAt'])
    .where('contactId', '=', contactId)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Contacts on which something may fall due; the rules decide what. */
export async function listOpenContacts(
  db: Db,
  after: string | null,
  size: number,
): Promise<Contact[]> {
  let query = db
    .selectFrom('collaboration.contact')
    .selectAll()
    .where('status', 'in', ['sent', 'accepted', 'scheduled', 'demonstrated'])
  if (after) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(size).execute()) as Contact[]
}
