/** Reading the assumptions in force on a day, with their sources, and every value one had. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { Assumptions } from './assumption.rules.ts'

export type Assumption = Selectable<Tables['planning.connectivityAssumption']>

/** For each key, the newest value whose day has come. */
export function listAssumptions(db: Db, day: string): Promise<Assumption[]> {
  return db
    .selectFrom('planning.connectivityAssumption')
    .selectAll()
    .distinctOn('key')
    .where('validFrom', '<=', sql<string>`${day}::date`)
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .execute()
}

export async function loadAssumptions(db: Db, day: string): Promise<Assumptions> {
  const rows = await listAssumptions(db, day)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** The newest first. */
export function listAssumptionVersions(db: Db, key: string): Promise<Assumption[]> {
  return db
    .selectFrom('planning.connectivityAssumption')
    .selectAll()
    .where('key', '=', key)
    .orderBy('validFrom', 'desc')
    .limit(50)
    .execute()
}
