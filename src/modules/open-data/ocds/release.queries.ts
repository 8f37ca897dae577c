/** Reading what was released: by number, by process; and how much there is. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
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

export interface Extent {
  readonly processes: number
  readonly byStage: ReadonlyMap<Stage, number>
  readonly releases: number
  /** The number of the last one, and how many are withheld: whatever changes what is given out changes one of them. */
  readonly last: number
  readonly withheld: number
  readonly firstAt: Date | null
  readonly lastAt: Date | null
  readonly years: readonly number[]
}

export async function measureExtent(db: Db): Promise<Extent> {
  const byStage = await db
    .selectFrom('opendata.process')
    .select(['stage', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute()
  const sums = sql<Omit<Extent, 'processes' | 'byStage' | 'years'>>`select
      count(*) filter (where withheld_at is null)::int as releases, coalesce(max(sequence), 0)::int as last,
      count(withheld_at)::int as withheld, min(date) as first_at, max(date) as last_at from opendata.release`
  const { rows } = await sums.execute(db)
  const counted = rows[0] as Omit<Extent, 'processes' | 'byStage' | 'years'>
  return {
    ...counted,
    byStage: new Map(byStage.map(({ stage, count }) => [stage as Stage, Number(count)])),
    processes: byStage.reduce((sum, { count }) => sum + Number(count), 0),
    years: listYears(counted),
  }
}

function listYears({ firstAt, lastAt }: Pick<Extent, 'firstAt' | 'lastAt'>): number[] {
  if (!firstAt || !lastAt) return []
  const [first, last] = [firstAt.getUTCFullYear(), lastAt.getUTCFullYear()]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
