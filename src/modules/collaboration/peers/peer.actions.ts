/** Asking a peer commune, answering, declining, closing: each one transaction, and the other commune is told. */

import { type CatalogueEntry, listConfirmedUsers, listDaysOff } from '#modules/directory/index.ts'
import { notify } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t, type Words } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import { type Context, type Refusal, refuse } from '#platform/web.ts'
import { computeAnswerDueAt } from '../contacts/contact-dates.rules.ts'
import { peerLifecycle } from './peer.lifecycle.ts'
import { mayAskPeer, peerPolicy } from './peer.policy.ts'
import type { PeerEnquiry } from './peer.schema.ts'

interface Question {
  readonly communeId: string
  readonly question: string
}

/** Only a commune whose use is confirmed can be asked, and never one's own. */
export async function askPeer(
  context: Context,
  solution: CatalogueEntry,
  { communeId, question }: Question,
): Promise<PeerEnquiry | Refusal> {
  const { actor, db, now } = context
  if (!actor.id || !actor.organisation || !mayAskPeer(actor, null)) throw new Forbidden()
  const users = await listConfirmedUsers(db, solution.solutionId)
  if (communeId === actor.organisation.id || !users.some((user) => user.communeId === communeId)) {
    return refuse({ communeId: 'Choisissez une commune qui utilise cette solution' })
  }
  const enquiry = (await db
    .insertInto('collaboration.peerEnquiry')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'DEC', Number(toDay(now).slice(0, 4))),
      solutionId: solution.solutionId,
      solutionName: solution.name,
      askingCommuneId: actor.organisation.id,
      askedCommuneId: communeId,
      status: 'sent',
      answerDueAt: computeAnswerDueAt(now, await listDaysOff(db, toDay(now))),
      openedBy: actor.id,
      openedAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as PeerEnquiry
  await recordCreation(context, peerLifecycle, enquiry)
  await addMessage(context, enquiry, question)
  return enquiry
}

/** The first message of the asked commune is its answer. */
export async function writeToPeer(
  context: Context,
  enquiry: PeerEnquiry,
  body: string,
): Promise<void> {
  if (!peerPolicy.write(context.actor, enquiry)) throw new Forbidden()
  if (enquiry.status === 'sent' && peerPolicy.answer(context.actor, enquiry)) {
    await moveThrough(context, peerLifecycle, enquiry.id, 'answer')
  }
  await addMessage(context, enquiry, body)
}

export async function declineEnquiry(
  context: Context,
  enquiry: PeerEnquiry,
  reason: string,
): Promise<void> {
  await moveThrough(context, peerLifecycle, enquiry.id, 'decline', { reason })
  const subject = () =>
    t('{organisation} ne peut pas répondre au sujet de {solutionName}', {
      organisation: context.actor.organisation?.name ?? '',
      solutionName: enquiry.solutionName,
    })
  await addMessage(context, enquiry, reason, subject)
}

export async function closeEnquiry(context: Context, enquiry: PeerEnquiry): Promise<void> {
  await moveThrough(context, peerLifecycle, enquiry.id, 'close')
}

async function addMessage(
  { db, actor, now }: Context,
  enquiry: PeerEnquiry,
  body: string,
  subject: Words = () =>
    t('{organisation} vous écrit au sujet de {solutionName}', {
      organisation: actor.organisation?.name ?? '',
      solutionName: enquiry.solutionName,
    }),
): Promise<void> {
  if (!actor.id || !actor.organisation) throw new Forbidden()
  const { id: enquiryId, askingCommuneId, askedCommuneId } = enquiry
  const id = createId(now.getTime())
  await db
    .insertInto('collaboration.peerMessage')
    .values({
      id,
      enquiryId,
      askingCommuneId,
      askedCommuneId,
      authorId: actor.id,
      authorOrganisationId: actor.organisation.id,
      body,
      sentAt: now,
    })
    .execute()
  await db
    .updateTable('collaboration.peerEnquiry')
    .set({ updatedAt: now })
    .where('id', '=', enquiryId)
    .execute()
  await notify(
    db,
    {
      organisationId: actor.organisation.id === askingCommuneId ? askedCommuneId : askingCommuneId,
      roles: communeOfficers,
      exceptPersonId: actor.id,
      topic: 'peers',
      subject,
      text: () => (body.length > 300 ? `${body.slice(0, 297)}…` : body),
      link: `/espace/pairs/${enquiryId}`,
      key: `peer:${enquiryId}:${id}`,
    },
    now,
  )
}
