/** What became of each need that was published, with its days. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'

/** Days in Benin; null where it did not happen. */
export interface NeedOutcome {
  readonly communeId: string
  readonly publishedOn: string
  readonly metOn: string | null
  /** The first contact opened about it, by its commune or one that joined. */
  readonly contactedOn: string | null
  /** The first agreement signed for it. */
  readonly agreedOn: string | null
  /** The first project closed for it: its services are rendered. */
  readonly servedOn: string | null
}

/** Every need that everybody may read, in one query. Read as the system: contacts and agreements are their parties', their days alone leave. */
export async function listNeedOutcomes(db: Db): Promise<NeedOutcome[]> {
  const dayOf = (moment: string) =>
    sql`(${sql.ref(moment)} at time zone ${sql.lit(timeZone)})::date`
  const { rows } = await sql<NeedOutcome>`
    select need.commune_id, ${dayOf('first.at')} as published_on, ${dayOf('met.at')} as met_on,
      ${dayOf('contacted.at')} as contacted_on, ${dayOf('agreed.at')} as agreed_on, ${dayOf('served.at')} as served_on
    from collaboration.need
    cross join lateral (select least(need.published_at, min(occurred_at)) as at
      from collaboration.need_event where need_id = need.id and step = 'publish') first
    left join (select need_id, min(occurred_at) as at from collaboration.need_event where step = 'meet' group by 1) met
      on met.need_id = need.id
    left join (select need_id, min(opened_at) as at from collaboration.contact group by 1) contacted on contacted.need_id = need.id
    left join (select need_id, min(signed_at) as at from collaboration.agreement group by 1) agreed on agreed.need_id = need.id
    left join (select need_id, min(closed_at) as at from collaboration.project where status = 'closed' group by 1) served
      on served.need_id = need.id
    where need.status in ('published', 'met') and need.published_at is not null`.execute(db)
  return rows
}
