/** Reading what was released: by number, by process; and how much there is. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'
import type { Stage } from './ocds.types.ts'

/** As it was kept, in text: it goes out as it is. */
export interface ReleaseRow {
  readonly sequence: number
  readonly reference: string
  readonly id: string
  readonly date: Date
  readonly tag: readonly string[]
  readonly body: string
}

export interface ReleaseFilter {
  /** Of the releases, in Porto-Novo. */
  readonly year: number | null
}

const columns = sql`sequence, reference, id, date, tag, body::text as body`
const ofYear = ({ year }: ReleaseFilter) =>
  year === null
    ? sql`true`
    : sql`date >= ${`${year}-01-01T00:00:00+01:00`}::timestamptz
        and date < ${`${year + 1}-01-01T00:00:00+01:00`}::timestamptz`

/** The oldest first, in the order in which they were written, so that a page never changes once it is full. */
export async function listReleases(
  db: Db,
  filter: ReleaseFilter,
  after: number,
  limit: number,
): Promise<ReleaseRow[]> {
  const found = sql<ReleaseRow>`select ${columns} from opendata.release
    where withheld_at is null and sequence > ${after} and ${ofYear(filter)} order by sequence limit ${limit}`
  return (await found.execute(db)).rows
}

export async function listReleasesOf(db: Db, references: readonly string[]): Promise<ReleaseRow[]> {
  if (references.length === 0) return []
  const found = sql<ReleaseRow>`select ${columns} from opendata.release
    where withheld_at is null and reference = any(${[...references]}::text[]) order by date`
  return (await found.execute(db)).rows
}

export async function listReferences(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('opendata.process')
    .select('reference')
    .where('reference', '>', after)
    .orderBy('reference')
    .limit(limit)
    .execute()
  return rows.map(({ reference }) => reference)
}

/** By its own reference, or by that of anything it is made of: the first process, when several are. */
export async function findReference(db: Db, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('opendata.process')
    .select('reference')
    .where(sql<boolean>`subjects @> array[${subject}]::text[]`)
    .orderBy(sql`reference <> ${subject}`)
    .orderBy('reference')
    .limit(1)
    .executeTakeFirst()
  return row?.reference
}

export async function listKnownProcessIds(
  { db }: { readonly db: Db },
  after: string | null,
  size: number,
): Promise<string[]> {
  const found = sql<{ processId: string }>`select distinct process_id from opendata.process
    where ${after}::uuid is null or process_id > ${after} order by process_id limit ${size}`
  return (await found.execute(db)).rows.map(({ processId }) => processId)
}

/** Whatever changes what is given out changes one of them. */
export async function markReleases(db: Db): Promise<{ last: number; count: number }> {
  const found = sql<{ last: number; count: number }>`
    select coalesce(max(sequence), 0)::int as last, count(*)::int as count
    from opendata.release where withheld_at is null`
  return (await found.execute(db)).rows[0] as { last: number; count: number }
}

export interface Extent {
  readonly processes: number
  readonly byStage: ReadonlyMap<Stage, number>
  readonly releases: number
  readonly lastAt: Date | null
  /** Those of which something is given out, the latest first. */
  readonly years: readonly number[]
}

export async function measureExtent(db: Db): Promise<Extent> {
  const byStage = await db
    .selectFrom('opendata.process')
    .select(['stage', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute()
  return {
    ...(await measureReleases(db)),
    byStage: new Map(byStage.map(({ stage, count }) => [stage as Stage, Number(count)])),
    processes: byStage.reduce((sum, { count }) => sum + Number(count), 0),
  }
}

type Measured = Pick<Extent, 'releases' | 'lastAt' | 'years'>

async function measureReleases(db: Db): Promise<Measured> {
  const found = sql<Measured>`select count(*)::int as releases, max(date) as last_at,
      coalesce(array_agg(distinct extract(year from date at time zone ${sql.lit(timeZone)})::int), '{}') as years
    from opendata.release where withheld_at is null`
  const measured = (await found.execute(db)).rows[0] as Measured
  return { ...measured, years: measured.years.toReversed() }
}
