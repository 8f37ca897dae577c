/** One line of the log for each receiver that follows what happened, in the transaction of the event: told twice, it is written once. */
import type { Db } from '#platform/database.ts'
import { addJobs, type Job } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import type { Told } from './envelope.rules.ts'

interface Addressee {
  readonly id: string
  readonly organisationId: string
}

export async function queueDeliveries(
  db: Db,
  receivers: readonly Addressee[],
  { details, ...told }: Told,
  now: Date,
): Promise<void> {
  if (receivers.length === 0) return
  const lines = receivers.map(({ id, organisationId }) => ({
    ...{ id: createId(now.getTime()), receiverId: id, organisationId, ...told },
    ...{ details: JSON.stringify(details), state: 'waiting', createdAt: now, nextAttemptAt: now },
  }))
  const written = await db
    .insertInto('opendata.webhookDelivery')
    .values(lines)
    .onConflict((conflict) => conflict.columns(['receiverId', 'eventId']).doNothing())
    .returning('receiverId')
    .execute()
  await wakeReceivers(
    db,
    written.map(({ receiverId }) => receiverId),
  )
}

export const deliveryTask = 'deliver-webhooks'

/** One job for each, and one at a time: what a receiver is sent goes out in order, over one connection. */
export function wakeReceivers(db: Db, receiverIds: readonly string[], runAt?: Date): Promise<void> {
  const jobs = [...receiverIds].sort().map((receiverId): Job => {
    const name = `${deliveryTask}:${receiverId}`
    return { payload: { receiverId }, key: name, queue: name, ...(runAt && { runAt }) }
  })
  return addJobs(db, deliveryTask, jobs)
}
