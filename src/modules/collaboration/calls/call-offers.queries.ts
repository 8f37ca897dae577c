/** How many proposals each call had, once it closed. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'

export interface CallOffers {
  /** The commune that leads. */
  readonly communeId: string
  /** The day its proposals were opened; of a call that nobody answered, that of its deadline. */
  readonly closedOn: string
  readonly offers: number
}

/** Every call that was opened or had no answer, in one query. Read as the system: proposals are their startups', their number alone leaves. */
export async function listCallOffers(db: Db): Promise<CallOffers[]> {
  const { rows } = await sql<CallOffers>`
    select call.commune_id, (coalesce(call.opened_at, call.deadline) at time zone ${sql.lit(timeZone)})::date as closed_on,
      coalesce(answered.offers, 0)::int as offers
    from collaboration.call
    left join (select call_id, count(*) as offers from collaboration.proposal where status = 'opened' group by 1) answered
      on answered.call_id = call.id
    where call.published_at is not null
      and (call.opened_at is not null or (call.status = 'unsuccessful' and call.deadline is not null))`.execute(
    db,
  )
  return rows
}
