/** What a system or a telephone already sent: the same words, at the same place, a moment ago. */
import { sql } from 'kysely'
import { asSystem } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import type { NewReport } from './create-report.actions.ts'
import type { Report } from './report.lifecycle.ts'

const minutes = 10

/** Two of them at once wait for each other, so that one is kept. */
export function findToldBefore(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  { communeId, category, description, sentBy, phone, position, landmark }: NewReport,
): Promise<Report | undefined> {
  const since = new Date(context.now.getTime() - minutes * 60_000)
  const lock = `report ${sentBy ?? phone} ${communeId} ${category}`
  return asSystem(context, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
    const row = await db
      .selectFrom('services.report')
      .selectAll()
      .where('communeId', '=', communeId)
      .where('receivedAt', '>=', since)
      .where('category', '=', category)
      .where('sentBy', 'is not distinct from', sentBy ?? null)
      .where('contactPhone', 'is not distinct from', phone)
      .where('description', '=', description)
      .where('latitude', 'is not distinct from', position?.latitude ?? null)
      .where('longitude', 'is not distinct from', position?.longitude ?? null)
      .where('landmark', 'is not distinct from', landmark)
      .executeTakeFirst()
    return row as Report | undefined
  })
}
