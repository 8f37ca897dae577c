/** Which communes a master plan covers, and from when to when: their own, or one they share. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'

/** Each commune that a plan in force, or closed since, covers or covered. */
export const coveredCommunes: RawBuilder<unknown> = sql`
  select commune_id, status, in_force_at, closed_at from planning.plan where status in ('inForce', 'closed')
  union all
  select partner.commune_id, plan.status, plan.in_force_at, plan.closed_at
  from planning.plan_partner partner
    join planning.plan plan on plan.id = partner.plan_id and plan.commune_id <> partner.commune_id
  where partner.status = 'accepted' and plan.status in ('inForce', 'closed')`

export interface CoveragePeriod {
  readonly communeId: string
  /** Days in Benin; the last one is not of it, and is null while it lasts. */
  readonly from: string
  readonly until: string | null
}

/** Of every commune, in one query. */
export async function listCoveragePeriods(db: Db): Promise<CoveragePeriod[]> {
  const dayOf = (moment: string) =>
    sql`(${sql.ref(moment)} at time zone ${sql.lit(timeZone)})::date`
  const { rows } = await sql<CoveragePeriod>`
    select commune_id, ${dayOf('in_force_at')} as "from", ${dayOf('closed_at')} as until
    from (${coveredCommunes}) covered where in_force_at is not null`.execute(db)
  return rows
}
