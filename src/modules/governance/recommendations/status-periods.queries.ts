/** From when to when each recommendation was in a state. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'
import type { RecommendationStatus } from './recommendation.workflow.ts'

export interface StatusPeriod {
  readonly recommendationId: string
  readonly status: RecommendationStatus
  /** Days in Benin; the last one is not of it, and is null while it lasts. */
  readonly from: string
  readonly until: string | null
}

/** Those adopted before the platform were so on the last day of their session. */
export async function listStatusPeriods(db: Db): Promise<StatusPeriod[]> {
  const { rows } = await sql<StatusPeriod>`
    with step as (
      select recommendation_id, to_status as status, (occurred_at at time zone ${sql.lit(timeZone)})::date as day, id
      from governance.recommendation_event
      union all
      select recommendation.id, 'adopted', session.ends_on, null
      from governance.recommendation join governance.session on session.id = recommendation.session_id
      where recommendation.status not in ('proposed', 'withdrawn') and not exists (
        select from governance.recommendation_event event
        where event.recommendation_id = recommendation.id and event.step = 'adopt')
    )
    select recommendation_id, status, day as "from",
      lead(day) over (partition by recommendation_id order by day, id nulls first) as until
    from step`.execute(db)
  return rows
}
