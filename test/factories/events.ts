/** What the background work would do with what has happened, at once and in order. */
import type { Db } from '#platform/database.ts'
import { deliverEvent } from '#platform/events.ts'
import { subscribers } from '../../src/app.ts'

export async function deliverEvents(db: Db): Promise<void> {
  const events = await db
    .selectFrom('platform.event')
    .select('id')
    .where('deliveredAt', 'is', null)
    .orderBy('occurredAt')
    .execute()
  for (const { id } of events) await deliverEvent(db, id, subscribers)
}
