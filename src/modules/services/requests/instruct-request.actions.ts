/** What a town hall does with a request, from taking it in hand to closing it. */
import { type Actor, getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { type Request, requestLifecycle, type Verdict } from './request.lifecycle.ts'
import { tellOfRequest } from './request.messages.ts'
import { requestPolicy } from './request.policy.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** In hand, or taken over from a colleague. Taken by a system, it is in nobody's hands yet. */
export function takeRequest(context: Acting, id: string): Promise<Request> {
  return moveThrough(context, requestLifecycle, id, 'take', {
    set: { assigneeId: context.actor.id },
  })
}

export function releaseRequest(context: Acting, id: string): Promise<Request> {
  return moveThrough(context, requestLifecycle, id, 'release', { set: { assigneeId: null } })
}

/** The clock stops until the citizen has answered. */
export async function askCompletion(
  context: Acting,
  id: string,
  message: string,
): Promise<Request> {
  const asked = await moveThrough(context, requestLifecycle, id, 'askCompletion', {
    facts: { messageIsGiven: message.trim() !== '' },
    set: { pausedAt: context.now },
  })
  await writeMessage(context, asked, 'completion', message)
  await tellOfRequest(context, asked, 'askCompletion')
  return asked
}

export interface Proposal {
  readonly decision: Verdict
  readonly reasons: string
  readonly remedy: string
}

export async function proposeDecision(
  context: Acting,
  id: string,
  { decision, reasons, remedy }: Proposal,
): Promise<Request> {
  const saysWhy = reasons.trim() !== '' && remedy.trim() !== ''
  const proposed = await moveThrough(context, requestLifecycle, id, 'propose', {
    facts: { refusalSaysWhy: decision === 'accepted' || saysWhy },
    set: {
      ...{ decision, preparedBy: getPersonId(context.actor) },
      ...{ decisionReasons: reasons || null, decisionRemedy: remedy || null },
    },
  })
  await tellOfRequest(context, proposed, 'propose')
  return proposed
}

/** Back to whoever prepared it, with what is to be seen again; the citizen does not read it. */
export async function sendBackProposal(
  context: Acting,
  id: string,
  message: string,
): Promise<Request> {
  const back = await moveThrough(context, requestLifecycle, id, 'sendBack', {
    facts: { messageIsGiven: message.trim() !== '' },
    set: { decision: null, decisionReasons: null, decisionRemedy: null, preparedBy: null },
  })
  await writeMessage(context, back, 'note', message)
  await tellOfRequest(context, back, 'sendBack')
  return back
}

/** `seen` is the moment of the proposal that whoever decides was shown. */
export async function decideRequest(
  context: Acting,
  id: string,
  decision: Verdict,
  seen: Date,
): Promise<Request> {
  const { db, actor, now } = context
  const row = await db
    .selectFrom('services.request')
    .select(['decision', 'preparedBy', 'updatedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const step = decision === 'accepted' ? 'accept' : 'refuse'
  const decided = await moveThrough(context, requestLifecycle, id, step, {
    facts: {
      isSecondPerson: row !== undefined && row.preparedBy !== actor.id,
      decisionIsThis: row?.decision === decision && row.updatedAt.getTime() === seen.getTime(),
    },
    set: { decidedBy: getPersonId(actor), decidedAt: now },
  })
  await tellOfRequest(context, decided, step)
  return decided
}

export async function closeRequest(context: Acting, id: string): Promise<Request> {
  const closed = await moveThrough(context, requestLifecycle, id, 'close')
  await tellOfRequest(context, closed, 'close')
  return closed
}

type MessageKind = 'message' | 'completion' | 'note'
type Addressed = Pick<
  Request,
  'id' | 'communeId' | 'requesterId' | 'enteredBy' | 'keyId' | 'status'
>

/** A line of the thread. Notes stay in the town hall. */
export async function writeMessage(
  { db, actor, now }: Acting,
  request: Addressed,
  kind: MessageKind,
  body: string,
): Promise<void> {
  await db
    .insertInto('services.requestMessage')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ requesterId: request.requesterId, kind, side: sideOf(actor, request) },
      ...{ authorId: actor.key ? null : getPersonId(actor), body, writtenAt: now },
    })
    .execute()
}

/** What came by SMS from the telephone that the request gave: nobody's account wrote it. False when it had come already. */
export async function receiveMessage(
  { db, now }: Pick<Acting, 'db' | 'now'>,
  { id: requestId, communeId, requesterId }: Addressed,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<boolean> {
  const received = await db
    .insertInto('services.requestMessage')
    .values({
      ...{ id, requestId, communeId, requesterId, kind: 'message', side: 'citizen' },
      ...{ authorId: null, body, writtenAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return received !== undefined
}

/** Somebody of the town hall who asks for themselves writes as a citizen. */
function sideOf(actor: Actor, request: Addressed): 'citizen' | 'commune' {
  const isRequester = request.requesterId !== null && request.requesterId === actor.id
  if (actor.key) return 'commune'
  return isRequester || !requestPolicy.instruct(actor, request) ? 'citizen' : 'commune'
}
