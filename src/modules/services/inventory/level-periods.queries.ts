/** From when to when each service of each commune was at a level: what progress is counted from. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'
import type { Level } from './level.rules.ts'

/** Each level that a service was at, with the moment it was left; null while it lasts. */
export const lastedLevels: RawBuilder<unknown> = sql`
  select commune_id, service_code, to_level, occurred_at,
    lead(occurred_at) over (partition by commune_id, service_code order by occurred_at, id) as until
  from services.offer_change`

export interface LevelPeriod {
  readonly communeId: string
  readonly level: Level
  /** Days in Benin; the last one is not of it, and is null while it lasts. */
  readonly from: string
  readonly until: string | null
  /** How many services of the commune were at this level from the one day to the other. */
  readonly services: number
}

/** Of every commune, in one query. */
export async function listLevelPeriods(db: Db): Promise<LevelPeriod[]> {
  const dayOf = (moment: string) =>
    sql`(${sql.ref(moment)} at time zone ${sql.lit(timeZone)})::date`
  const { rows } = await sql<LevelPeriod>`
    select commune_id, to_level as level, ${dayOf('occurred_at')} as "from", ${dayOf('until')} as until,
      count(*)::int as services
    from (${lastedLevels}) lasted group by 1, 2, 3, 4`.execute(db)
  return rows
}
