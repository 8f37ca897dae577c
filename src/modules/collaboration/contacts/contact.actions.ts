/** What happens between a commune and a startup: each verb is one transaction, and tells the other side. */
import { type CatalogueEntry, listDaysOff } from '#modules/directory/index.ts'
import { listOrganisationNames, notify, signOrganisation } from '#modules/identity/index.ts'
import { communeOfficers, type Role } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { toDay } from '#platform/format.ts'
import { t, type Words } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { needPolicy } from '../needs/need.policy.ts'
import type { Need } from '../needs/need.schema.ts'
import { contactLifecycle } from './contact.lifecycle.ts'
import { noticeOf } from './contact.messages.ts'
import { contactPolicy } from './contact.policy.ts'
import type { Contact } from './contact.schema.ts'
import type { ContactStep } from './contact.workflow.ts'
import { computeAnswerDueAt } from './contact-dates.rules.ts'

export const startupRoles: Role[] = ['manager', 'member']

interface Opening {
  readonly message: string
  readonly proposedDates: Date[]
}

/** Opens one contact per solution; a solution already in contact for this need is refused by its name. */
export async function openContacts(
  context: Context,
  need: Need,
  solutions: CatalogueEntry[],
  opening: Opening,
): Promise<Contact[]> {
  if (!needPolicy.contact(context.actor, need)) throw new Forbidden()
  const opened: Contact[] = []
  for (const solution of solutions) opened.push(await openContact(context, need, solution, opening))
  return opened
}

async function openContact(
  context: Context,
  need: Need,
  solution: CatalogueEntry,
  opening: Opening,
): Promise<Contact> {
  const { actor, db, now } = context
  if (actor.id === null) throw new Forbidden()
  const contact = await db
    .insertInto('collaboration.contact')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'MER', Number(toDay(now).slice(0, 4))),
      needId: need.id,
      communeId: need.communeId,
      startupId: solution.startupId,
      solutionId: solution.solutionId,
      needTitle: need.title,
      needReference: need.reference ?? '',
      solutionName: solution.name,
      status: 'sent',
      message: opening.message,
      proposedDates: opening.proposedDates,
      answerDueAt: computeAnswerDueAt(now, await listDaysOff(db, toDay(now))),
      openedBy: actor.id,
      openedAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!contact)
    throw new Conflict(`Vous êtes déjà en relation au sujet de ${solution.name} pour ce besoin.`)
  await recordCreation(context, contactLifecycle, contact as Contact)
  await tell(context, contact as Contact, 'open')
  return contact as Contact
}

interface MoveParts {
  readonly reason?: string
  readonly set?: Partial<Contact>
}

export async function moveContact(
  context: Context,
  contact: Contact,
  step: ContactStep,
  { reason, set }: MoveParts = {},
): Promise<Contact> {
  const demonstrationAt = set?.demonstrationAt ?? contact.demonstrationAt
  const facts = {
    reasonIsGiven: Boolean(reason),
    dateIsGiven: demonstrationAt !== null,
    dateHasPassed: demonstrationAt !== null && demonstrationAt <= context.now,
  }
  const moved = await moveThrough(context, contactLifecycle, contact.id, step, {
    reason,
    facts,
    set,
  })
  await tell(context, moved, step, reason)
  return moved
}

/** Adds a message to the thread and tells the other side. */
export async function writeMessage(
  context: Context,
  contact: Contact,
  body: string,
): Promise<void> {
  const { actor, db, now } = context
  if (!actor.id || !actor.organisation || !contactPolicy.write(actor, contact))
    throw new Forbidden()
  const id = createId(now.getTime())
  const { id: contactId, communeId, startupId } = contact
  await db
    .insertInto('collaboration.contactMessage')
    .values({
      id,
      contactId,
      communeId,
      startupId,
      authorId: actor.id,
      authorOrganisationId: actor.organisation.id,
      body,
      sentAt: now,
    })
    .execute()
  await db
    .updateTable('collaboration.contact')
    .set({ updatedAt: now })
    .where('id', '=', contactId)
    .execute()
  await recordEvent(
    db,
    { kind: 'contact.message', subjectId: contactId, payload: { messageId: id } },
    now,
  )
  await sendToSide(context, contact, 'other', {
    subject: () =>
      t('Nouveau message de {name} ({reference})', {
        name: signOrganisation(actor),
        reference: contact.reference,
      }),
    text: () => (body.length > 300 ? `${body.slice(0, 297)}…` : body),
    key: `message:${id}`,
  })
}

async function tell(
  context: Context,
  contact: Contact,
  step: ContactStep | 'open',
  reason?: string,
): Promise<void> {
  const { communeId, startupId, solutionName: solution } = contact
  const names = await listOrganisationNames(context.db, [communeId, startupId])
  const parties = {
    commune: names.get(communeId) ?? '',
    startup: names.get(startupId) ?? '',
    solution,
  }
  const { to, subject, text } = noticeOf(step, contact, parties, reason)
  await sendToSide(context, contact, to, { subject, text, key: `${step}:${context.now.getTime()}` })
}

interface SideNotice {
  readonly subject: Words
  readonly text: Words
  readonly key: string
}

async function sendToSide(
  { db, actor, now }: Context,
  contact: Contact,
  to: 'commune' | 'startup' | 'other',
  notice: SideNotice,
): Promise<void> {
  const isForStartup =
    to === 'startup' || (to === 'other' && actor.organisation?.id === contact.communeId)
  await notify(
    db,
    {
      organisationId: isForStartup ? contact.startupId : contact.communeId,
      roles: isForStartup ? startupRoles : communeOfficers,
      exceptPersonId: actor.id,
      topic: 'contacts',
      subject: notice.subject,
      text: notice.text,
      link: `/espace/contacts/${contact.id}`,
      key: `contact:${contact.id}:${notice.key}`,
    },
    now,
  )
}
