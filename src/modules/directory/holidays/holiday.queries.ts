/** The days off that the association knows of. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export type Holiday = Selectable<Tables['directory.holiday']>

/** From this day on, the nearest first. */
export function listHolidays(db: Db, from: string): Promise<Holiday[]> {
  return db
    .selectFrom('directory.holiday')
    .selectAll()
    .where('day', '>=', sql<string>`${from}::date`)
    .orderBy('day')
    .limit(200)
    .execute()
}

export async function getHoliday(db: Db, id: string): Promise<Holiday> {
  const found = await db
    .selectFrom('directory.holiday')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(found)
}

/** As rules of deadlines want them: YYYY-MM-DD. */
export async function listDaysOff(db: Db, from: string): Promise<string[]> {
  return (await listHolidays(db, from)).map(({ day }) => day)
}
