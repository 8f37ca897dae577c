/** How long a town hall takes: by its history, without the days it waited for the citizen. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { InboxLine } from './inbox.queries.ts'

/** In days; null where nothing was measured. */
export interface Quantiles {
  readonly median: number | null
  readonly slowest: number | null
}

export interface DelayLine {
  /** Null for all of them together. */
  readonly serviceCode: string | null
  readonly received: number
  readonly decided: number
  /** Of those decided that had a time limit, how many were decided in time. */
  readonly limited: number
  readonly inTime: number
  readonly toTake: Quantiles
  readonly toPropose: Quantiles
  readonly toDecide: Quantiles
}

interface Row
  extends Pick<DelayLine, 'serviceCode' | 'received' | 'decided' | 'limited' | 'inTime'> {
  readonly take: (number | null)[] | null
  readonly propose: (number | null)[] | null
  readonly decide: (number | null)[] | null
}

/** Of the requests received since that day: the median, and the time that nine out of ten stay under. */
export async function measureDelays(db: Db, communeId: string, since: Date): Promise<DelayLine[]> {
  const quantiles = (from: string, to: string, less = '0') => sql`
    percentile_cont(array[0.5, 0.9]) within group (order by greatest(0,
      extract(epoch from ${sql.ref(to)} - ${sql.ref(from)}) / 86400 - ${sql.raw(less)}))`
  const { rows } = await sql<Row>`
    with moment as (
      select request_id, min(occurred_at) filter (where step = 'submit') as sent,
        min(occurred_at) filter (where step = 'take') as taken,
        max(occurred_at) filter (where step = 'propose') as proposed,
        max(occurred_at) filter (where to_status in ('accepted', 'refused')) as decided
      from services.request_event where commune_id = ${communeId} and occurred_at >= ${since} group by request_id
    )
    select request.service_code as "serviceCode", count(*)::int as received, count(decided)::int as decided,
      count(*) filter (where decided is not null and due_on is not null)::int as limited,
      count(*) filter (where decided::date <= due_on)::int as "inTime",
      ${quantiles('sent', 'taken')} as take,
      ${quantiles('taken', 'proposed', 'paused_days')} as propose,
      ${quantiles('sent', 'decided', 'paused_days')} as decide
    from moment join services.request request on request.id = request_id
    where sent is not null and request.commune_id = ${communeId}
    group by grouping sets ((), (request.service_code)) order by received desc, "serviceCode" nulls first`.execute(
    db,
  )
  return rows
    .filter(({ received }) => received > 0)
    .map(({ take, propose, decide, ...line }) => ({
      ...line,
      toTake: toQuantiles(take),
      toPropose: toQuantiles(propose),
      toDecide: toQuantiles(decide),
    }))
}

function toQuantiles(found: (number | null)[] | null): Quantiles {
  const [median = null, slowest = null] = found ?? []
  return { median, slowest }
}

export type LateLine = Pick<
  InboxLine,
  'id' | 'reference' | 'title' | 'status' | 'assigneeId' | 'department'
> & { readonly dueOn: string }

/** Those whose clock runs and ends before this day, the longest late first. */
export function listLate(
  db: Db,
  communeId: string,
  before: string,
  after: { readonly dueOn: string; readonly id: string } | null,
  pageSize: number,
): Promise<LateLine[]> {
  let lines = db
    .selectFrom('services.request')
    .select(['id', 'reference', 'title', 'status', 'assigneeId', 'department', 'dueOn'])
    .where('communeId', '=', communeId)
    .where(sql<boolean>`status in ('received', 'inReview', 'proposed') and due_on is not null`)
    .where('dueOn', '<', before)
  if (after)
    lines = lines.where(sql<boolean>`(due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`)
  return lines
    .orderBy('dueOn')
    .orderBy('id')
    .limit(pageSize + 1)
    .execute() as Promise<LateLine[]>
}
