/**
 * Sends what waits for one receiver, message after message. A receiver that fails or is slow is left alone for a while, so that
 * it takes little of the workers' time; another job goes on from there.
 */
import { isSuspended } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, noteAs, readAs } from '#platform/database.ts'
import type { OutwardTask } from '#platform/jobs.ts'
import { type OutwardOutcome, postOutward, type Resolve } from '#platform/outward/post-outward.ts'
import type { Platform } from '#platform/web.ts'
import { type Delivery, findNextDelivery } from './delivery.queries.ts'
import { mediaType, writeEnvelope } from './envelope.rules.ts'
import { deliveryTask, wakeReceivers } from './queue-deliveries.ts'
import { recordAttempt } from './record-attempt.ts'
import { readSecrets } from './secrets.ts'
import { writeSignatureHeaders } from './signature.rules.ts'
import type { Receiver } from './webhook.lifecycle.ts'
import { findActiveReceiver } from './webhook.queries.ts'

type Sending = Pick<Platform, 'db' | 'config' | 'secret'>

interface Means {
  readonly resolve?: Resolve
  readonly patienceMs?: number
  readonly clock?: () => Date
}

/** Then the others have their turn. */
const mostInOneTurn = 50

export const deliverWebhooks: OutwardTask = {
  name: deliveryTask,
  work: (platform, { receiverId = '' }) => deliverTo(platform, receiverId),
}

export async function deliverTo(
  platform: Sending,
  receiverId: string,
  { clock = () => new Date(), ...means }: Means = {},
): Promise<void> {
  for (let sent = 0; sent < mostInOneTurn; sent += 1) {
    const next = await readAs(platform.db, system, (db) => findNext(db, receiverId))
    if (!next) return
    const begun = clock()
    const dueAt = latest(next.delivery.nextAttemptAt, next.receiver.restsUntil)
    if (dueAt > begun)
      return noteAs(platform.db, system, (db) => wakeReceivers(db, [receiverId], dueAt))
    const outcome = await send(platform, next, begun, means)
    const attempted = { begun, tookMs: clock().getTime() - begun.getTime(), outcome }
    await noteAs(platform.db, system, (db) => recordAttempt(db, next, attempted))
  }
  await noteAs(platform.db, system, (db) => wakeReceivers(db, [receiverId]))
}

interface Next {
  readonly receiver: Receiver
  readonly delivery: Delivery
}

/** Nothing for a receiver that is paused, or whose organisation is suspended: what waits goes on waiting. */
async function findNext(db: Db, receiverId: string): Promise<Next | undefined> {
  const receiver = await findActiveReceiver(db, receiverId)
  if (!receiver || (await isSuspended(db, receiver.organisationId))) return undefined
  const delivery = await findNextDelivery(db, receiverId)
  return delivery && { receiver, delivery }
}

function latest(due: Date | null, rest: Date | null): Date {
  return new Date(Math.max(due?.getTime() ?? 0, rest?.getTime() ?? 0))
}

function send(
  { config, secret }: Sending,
  { receiver, delivery }: Next,
  now: Date,
  means: Omit<Means, 'clock'>,
): Promise<OutwardOutcome> {
  const body = writeEnvelope(delivery, config.origin)
  const signed = { id: delivery.eventId, timestamp: Math.floor(now.getTime() / 1000), body }
  const headers = writeSignatureHeaders(signed, readSecrets(receiver, secret, now))
  const letter = { url: receiver.url, headers: { 'content-type': mediaType, ...headers }, body }
  return postOutward(letter, { ...means, mayReachLoopback: config.webhooksReachLoopback })
}
