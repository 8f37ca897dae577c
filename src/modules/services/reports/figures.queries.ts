/** How many reports, in what state, and how long until the town hall answers and mends. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** In days; null where nothing was measured. */
export interface Quantiles {
  readonly median: number | null
  readonly slowest: number | null
}

export interface FigureLine {
  /** Null for all of them together. */
  readonly key: string | null
  readonly received: number
  readonly open: number
  readonly resolved: number
  readonly rejected: number
  readonly duplicate: number
  readonly toAnswer: Quantiles
  readonly toResolve: Quantiles
}

interface Row extends Omit<FigureLine, 'toAnswer' | 'toResolve'> {
  readonly answer: (number | null)[] | null
  readonly resolve: (number | null)[] | null
}

export type FigureKey = 'category' | 'commune'

/** Of what was received since that day, by category or by commune; all together first. Duplicates are counted, not measured. */
export async function measureReports(
  db: Db,
  { by, communeId, since }: { by: FigureKey; communeId: string | null; since: Date },
): Promise<FigureLine[]> {
  const key = by === 'category' ? sql`category` : sql`commune_id::text`
  const days = (to: 'answered_at' | 'closed_at', which: 'received_at' | 'resolved') => sql`
    percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from ${sql.ref(to)} - received_at) / 86400)
      filter (where ${which === 'resolved' ? sql`status = 'resolved'` : sql`answered_at is not null and status <> 'duplicate'`})`
  const { rows } = await sql<Row>`
    select ${key} as key, count(*)::int as received,
      count(*) filter (where status in ('received', 'inProgress'))::int as open,
      count(*) filter (where status = 'resolved')::int as resolved,
      count(*) filter (where status = 'rejected')::int as rejected,
      count(*) filter (where status = 'duplicate')::int as duplicate,
      ${days('answered_at', 'received_at')} as answer, ${days('closed_at', 'resolved')} as resolve
    from services.public_report
    where received_at >= ${since} ${communeId ? sql`and commune_id = ${communeId}` : sql``}
    group by grouping sets ((), (${key})) order by received desc, key nulls first`.execute(db)
  return rows
    .filter(({ received }) => received > 0)
    .map(({ answer, resolve, ...line }) => ({
      ...line,
      toAnswer: toQuantiles(answer),
      toResolve: toQuantiles(resolve),
    }))
}

function toQuantiles(found: (number | null)[] | null): Quantiles {
  const [median = null, slowest = null] = found ?? []
  return { median, slowest }
}
