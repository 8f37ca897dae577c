/** Reading the versions of a plan, the newest first. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { Snapshot } from './snapshot.rules.ts'

export type PlanVersion = Omit<Selectable<Tables['planning.planVersion']>, 'snapshot'> & {
  readonly snapshot: Snapshot
}

export async function listVersions(db: Db, planId: string): Promise<PlanVersion[]> {
  const rows = await db
    .selectFrom('planning.planVersion')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('number', 'desc')
    .execute()
  return rows as unknown as PlanVersion[]
}
