/** Reading the rules of mechanisms in force on a day, and what communes chose for their needs. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Mechanism } from './mechanism-definitions.ts'

export type MechanismRule = Omit<Selectable<Tables['collaboration.mechanismRule']>, 'mechanism'> & {
  readonly mechanism: Mechanism
}

/** For each mechanism, the newest rule whose day has come. */
export async function listRulesInForce(db: Db, day: string): Promise<MechanismRule[]> {
  const rows = await db
    .selectFrom('collaboration.mechanismRule')
    .selectAll()
    .distinctOn('mechanism')
    .where('validFrom', '<=', sql<string>`${day}::date`)
    .orderBy('mechanism')
    .orderBy('validFrom', 'desc')
    .execute()
  return rows as MechanismRule[]
}

export async function getRuleInForce(
  db: Db,
  mechanism: Mechanism,
  day: string,
): Promise<MechanismRule> {
  return orNotFound((await listRulesInForce(db, day)).find((rule) => rule.mechanism === mechanism))
}

/** Every rule a mechanism had or will have, the newest first. */
export async function listRuleVersions(db: Db, mechanism: Mechanism): Promise<MechanismRule[]> {
  const rows = await db
    .selectFrom('collaboration.mechanismRule')
    .selectAll()
    .where('mechanism', '=', mechanism)
    .orderBy('validFrom', 'desc')
    .limit(50)
    .execute()
  return rows as MechanismRule[]
}

export interface MechanismChoice {
  readonly proposed: Mechanism
  readonly chosen: Mechanism
  readonly reason: string
  readonly chosenAt: Date
}

/** What a commune last chose for a need. */
export async function findChoice(db: Db, needId: string): Promise<MechanismChoice | undefined> {
  const row = await db
    .selectFrom('collaboration.mechanismChoice')
    .select(['proposed', 'chosen', 'reason', 'chosenAt'])
    .where('needId', '=', needId)
    .orderBy('chosenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as MechanismChoice | undefined
}
