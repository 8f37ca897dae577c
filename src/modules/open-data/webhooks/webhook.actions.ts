/** Adding a receiver, changing it, renewing its secret, trying it, sending again: each in the journal of its organisation. */
import type { Organisation } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import type { Delivery } from './delivery.queries.ts'
import { type EventKind, mostReceivers, ping } from './event-kinds.lists.ts'
import { queueDeliveries, wakeReceivers } from './queue-deliveries.ts'
import { makeSecret } from './secrets.ts'
import { type Receiver, receiverLifecycle } from './webhook.lifecycle.ts'
import { mayAddReceivers, mayChangeReceiver } from './webhook.policy.ts'
import { listReceivers, type ShownReceiver } from './webhook.queries.ts'
import type { ReceiverStep } from './webhook.workflow.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>
type Keeping = Acting & { readonly platform: Pick<Context['platform'], 'secret'> }

export interface Wishes {
  readonly description: string
  readonly url: string
  readonly kinds: readonly EventKind[]
}

export interface MadeReceiver {
  readonly id: string
  readonly secret: string
}

export async function addReceiver(
  context: Keeping,
  organisation: Organisation,
  { description, url, kinds }: Wishes,
): Promise<MadeReceiver | 'tooMany'> {
  const { db, actor, now, platform } = context
  if (!mayAddReceivers(actor, { organisation })) throw new Forbidden()
  if ((await listReceivers(db, organisation.id)).length >= mostReceivers) return 'tooMany'
  const { text, sealed } = makeSecret(platform.secret)
  const receiver = await db
    .insertInto('opendata.webhookReceiver')
    .values({
      ...{ id: createId(now.getTime()), organisationId: organisation.id, description, url },
      ...{ kinds: [...kinds], status: 'active', sealedSecret: sealed },
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordCreation(context, receiverLifecycle, receiver as Receiver)
  return { id: receiver.id, secret: text }
}

/** What waits goes to the new address. */
export async function changeReceiver(
  context: Acting,
  receiver: ShownReceiver,
  { description, url, kinds }: Wishes,
): Promise<void> {
  await updateReceiver(context, receiver, { description, url, kinds: [...kinds] })
  await record(context, receiver, 'webhook.change', { kinds: kinds.join(' ') })
}

/** The old one signs beside it for a day: time enough to put the new one in place. */
export async function renewSecret(context: Keeping, receiver: ShownReceiver): Promise<string> {
  const { db, now, platform } = context
  const { sealedSecret: sealedOldSecret } = await db
    .selectFrom('opendata.webhookReceiver')
    .select('sealedSecret')
    .where('id', '=', receiver.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { text, sealed } = makeSecret(platform.secret)
  const oldSecretUntil = addDays(now, 1)
  await updateReceiver(context, receiver, { sealedSecret: sealed, sealedOldSecret, oldSecretUntil })
  await record(context, receiver, 'webhook.renewSecret', {})
  return text
}

async function updateReceiver(
  { db, actor, now }: Acting,
  receiver: ShownReceiver,
  set: Partial<Receiver>,
): Promise<void> {
  if (!mayChangeReceiver(actor, receiver)) throw new Forbidden()
  const changed = await db
    .updateTable('opendata.webhookReceiver')
    .set({ ...set, updatedAt: now })
    .where('id', '=', receiver.id)
    .where('status', '!=', 'removed')
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Conflict(outdated)
}

/** A removed one keeps its history; its secret and what it was sent are gone. */
export async function moveReceiver(
  context: Acting,
  receiver: ShownReceiver,
  step: Exclude<ReceiverStep, 'stop'>,
): Promise<void> {
  const { db } = context
  const noSecret = { sealedSecret: null, sealedOldSecret: null, oldSecretUntil: null }
  const rested = { failures: 0, failingSince: null, restsUntil: null }
  const set = { remove: noSecret, resume: rested, pause: {} }[step]
  await moveThrough(context, receiverLifecycle, receiver.id, step, { set })
  if (step === 'resume') await wakeReceivers(db, [receiver.id])
  if (step === 'remove')
    await db.deleteFrom('opendata.webhookDelivery').where('receiverId', '=', receiver.id).execute()
}

/** One message that says nothing, tried once. */
export async function tryReceiver(context: Acting, receiver: ShownReceiver): Promise<void> {
  const { db, now } = context
  await awaken(context, receiver)
  const eventId = createId(now.getTime())
  const told = { eventId, kind: ping, subject: 'ping', details: {}, occurredAt: now } as const
  await queueDeliveries(db, [receiver], told, now)
}

/** The same message, under the same identifier: whoever has it knows it again. */
export async function sendAgain(
  context: Acting,
  receiver: ShownReceiver,
  { id, eventId }: Pick<Delivery, 'id' | 'eventId'>,
): Promise<void> {
  const { db, now } = context
  await awaken(context, receiver)
  await db
    .updateTable('opendata.webhookDelivery')
    .set({ state: 'waiting', nextAttemptAt: now })
    .where('id', '=', id)
    .execute()
  await record(context, receiver, 'webhook.sendAgain', { eventId })
  await wakeReceivers(db, [receiver.id])
}

/** Whoever asks need not wait until the receiver has rested. */
async function awaken(context: Acting, receiver: ShownReceiver): Promise<void> {
  if (receiver.status !== 'active')
    throw new Conflict('Ce récepteur ne reçoit rien en ce moment : reprenez d’abord les envois.')
  await updateReceiver(context, receiver, { restsUntil: null })
}

function record(
  { db, actor, now }: Acting,
  { id, organisationId }: ShownReceiver,
  action: string,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  const subject = { subjectKind: 'webhook', subjectId: id, details }
  return recordAudit(db, { actor, organisationId, action, ...subject }, now)
}
