/** From when to when each commune was at a level of maturity: until its next diagnosis was confirmed. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'

export interface MaturityPeriod {
  readonly communeId: string
  /** Over all axes, from 0 to 5. */
  readonly overall: number
  /** Days in Benin; the last one is not of it, and is null while it lasts. */
  readonly from: string
  readonly until: string | null
}

/** Of every commune, in one query. */
export async function listMaturityPeriods(db: Db): Promise<MaturityPeriod[]> {
  const { rows } = await sql<MaturityPeriod>`
    select commune_id, overall, "from",
      lead("from") over (partition by commune_id order by confirmed_at, diagnosis_id) as until
    from (select *, (confirmed_at at time zone ${sql.lit(timeZone)})::date as "from"
      from planning.diagnosis_result) result`.execute(db)
  return rows
}
