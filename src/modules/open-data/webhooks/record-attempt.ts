/** What an attempt leaves behind: its line in the log, when to try again, and what it says of the receiver. */
import { getOrganisation, leadingRoles, notify } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { OutwardOutcome } from '#platform/outward/post-outward.ts'
import type { Delivery } from './delivery.queries.ts'
import { ping } from './event-kinds.lists.ts'
import { receiverAddress } from './receiver-address.ts'
import { isUnreachable, mostAttempts, restAfter, waitAfter } from './retry.rules.ts'
import { type Receiver, receiverLifecycle } from './webhook.lifecycle.ts'

interface Attempted {
  readonly begun: Date
  readonly tookMs: number
  readonly outcome: OutwardOutcome
}

interface Sent {
  readonly receiver: Pick<Receiver, 'id'>
  readonly delivery: Delivery
}

const gone = 410

export async function recordAttempt(
  db: Db,
  { receiver: { id }, delivery }: Sent,
  attempted: Attempted,
): Promise<void> {
  const { outcome, begun, tookMs } = attempted
  const status = outcome.answered ? outcome.status : null
  const isReceived = status !== null && status >= 200 && status < 300
  const receiver = await lockReceiver(db, id)
  if (!receiver) return
  const state = await recordLine(db, delivery, attempted, isReceived)
  const failures = isReceived ? 0 : receiver.failures + 1
  const now = new Date(begun.getTime() + tookMs)
  const failingSince = isReceived ? null : (receiver.failingSince ?? begun)
  const restMs = restAfter({ tookMs, failures }, Math.random())
  const restsUntil = restMs > 0 ? new Date(now.getTime() + restMs) : null
  await db
    .updateTable('opendata.webhookReceiver')
    .set({ failures, failingSince, restsUntil })
    .where('id', '=', id)
    .execute()
  if (receiver.status !== 'active') return
  if (status === gone) await stopReceiver(db, receiver, 'gone', now)
  else if (state === 'failed' && isUnreachable(failingSince, now))
    await stopReceiver(db, receiver, 'unreachable', now)
}

async function lockReceiver(db: Db, id: string): Promise<Receiver | undefined> {
  const row = await db
    .selectFrom('opendata.webhookReceiver')
    .selectAll()
    .where('id', '=', id)
    .where('status', '!=', 'removed')
    .forUpdate()
    .executeTakeFirst()
  return row as Receiver | undefined
}

async function recordLine(
  db: Db,
  { id, organisationId, kind, attempts: before }: Delivery,
  { outcome, begun, tookMs }: Attempted,
  isReceived: boolean,
) {
  const attempts = before + 1
  const met = outcome.answered
    ? { httpStatus: outcome.status, failure: null }
    : { httpStatus: null, failure: outcome.because }
  const answer = outcome.answered ? outcome.beginning : ''
  await db
    .insertInto('opendata.webhookAttempt')
    .values({
      deliveryId: id,
      number: attempts,
      organisationId,
      attemptedAt: begun,
      tookMs,
      answer,
      ...met,
    })
    .execute()
  const isOver = kind === ping || attempts >= mostAttempts
  const state = isReceived ? 'delivered' : isOver ? 'failed' : 'waiting'
  const wait = tookMs + waitAfter(attempts, Math.random())
  const nextAttemptAt = state === 'waiting' ? new Date(begun.getTime() + wait) : null
  await db
    .updateTable('opendata.webhookDelivery')
    .set({ ...met, state, attempts, nextAttemptAt })
    .where('id', '=', id)
    .execute()
  return state
}

const reasonLabels = {
  gone: 'Le serveur a répondu 410 : il ne veut plus rien recevoir.',
  unreachable: 'Aucun message n’est passé depuis plus de deux jours.',
} as const

/** What still waited is given up; it can be sent again by hand. */
async function stopReceiver(
  db: Db,
  receiver: Receiver,
  because: keyof typeof reasonLabels,
  now: Date,
): Promise<void> {
  await moveThrough({ db, actor: system, now }, receiverLifecycle, receiver.id, 'stop', {
    reason: reasonLabels[because],
  })
  await db
    .updateTable('opendata.webhookDelivery')
    .set({ state: 'failed', nextAttemptAt: null })
    .where('receiverId', '=', receiver.id)
    .where('state', '=', 'waiting')
    .execute()
  await tellStopped(db, receiver, reasonLabels[because], now)
}

async function tellStopped(db: Db, receiver: Receiver, reason: string, now: Date): Promise<void> {
  const organisation = await getOrganisation(db, receiver.organisationId)
  const notice = {
    organisationId: organisation.id,
    roles: leadingRoles[organisation.kind],
    topic: 'account',
    subject: () => t('Cauri n’écrit plus à « {name} »', { name: receiver.description }),
    text: () =>
      t(
        'Le récepteur « {name} » de {organisation} est arrêté. {reason} Vérifiez le système qui reçoit, puis reprenez les envois.',
        { name: receiver.description, organisation: organisation.name, reason: t(reason) },
      ),
    link: receiverAddress(receiver),
    key: `webhook:${receiver.id}:stopped:${now.toISOString()}`,
  } as const
  await notify(db, notice, now)
}
