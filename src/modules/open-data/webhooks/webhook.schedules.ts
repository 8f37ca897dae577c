/** The log is kept for a month; and every hour, what should have gone out and did not is looked for. */
import { system } from '#platform/actor.ts'
import { noteAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import type { Schedule } from '#platform/jobs.ts'
import type { Platform } from '#platform/web.ts'
import { wakeReceivers } from './queue-deliveries.ts'

export const logLastsDays = 30

export function forgetDeliveries({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  return noteAs(db, system, async (transaction) => {
    await transaction
      .deleteFrom('opendata.webhookDelivery')
      .where('createdAt', '<', addDays(now, -logLastsDays))
      .execute()
    await transaction
      .updateTable('opendata.webhookReceiver')
      .set({ sealedOldSecret: null, oldSecretUntil: null })
      .where('oldSecretUntil', '<', now)
      .execute()
  })
}

/** A job may be lost, or an organisation reinstated: whoever has something due is woken. */
function wakeWaiting({ db }: Platform, now: Date): Promise<void> {
  return noteAs(db, system, async (transaction) => {
    const waiting = await transaction
      .selectFrom('opendata.webhookDelivery as delivery')
      .innerJoin('opendata.webhookReceiver as receiver', 'receiver.id', 'delivery.receiverId')
      .select('receiver.id')
      .distinct()
      .where('receiver.status', '=', 'active')
      .where('delivery.state', '=', 'waiting')
      .where('delivery.nextAttemptAt', '<=', now)
      .where((is) => is.or([is('restsUntil', 'is', null), is('restsUntil', '<=', now)]))
      .execute()
    await wakeReceivers(
      transaction,
      waiting.map(({ id }) => id),
    )
  })
}

export const webhookSchedules: Schedule[] = [
  { name: 'forget-webhook-deliveries', pattern: '10 4 * * *', work: forgetDeliveries },
  { name: 'wake-webhook-receivers', pattern: '35 * * * *', work: wakeWaiting },
]
