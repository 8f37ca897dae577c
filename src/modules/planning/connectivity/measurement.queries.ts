/** Reading measurements: those of a site, the newest first. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export type Measurement = Selectable<Tables['planning.measurement']>

export function listMeasurements(db: Db, siteId: string, limit = 20): Promise<Measurement[]> {
  return db
    .selectFrom('planning.measurement')
    .selectAll()
    .where('siteId', '=', siteId)
    .orderBy('takenAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function getMeasurement(db: Db, measurementId: string): Promise<Measurement> {
  return orNotFound(
    await db
      .selectFrom('planning.measurement')
      .selectAll()
      .where('id', '=', measurementId)
      .executeTakeFirst(),
  )
}
