import { type RawBuilder, sql } from 'kysely'
import { asSystem, type Db } from '#platform/database.ts'
import { timeZone } from '#platform/format.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Context } from '#platform/web.ts'
import type { Fact, Process, RecordFilter, Totals } from './record.schema.ts'
import { publicFacts } from './record-facts.ts'

type Reader = Pick<Context, 'db' | 'actor'>

async function read<Row>(reader: Reader, query: RawBuilder<Row>): Promise<Row[]> {
  return asSystem(reader, async (db: Db) => (await query.execute(db)).rows)
}

/** What a need led to comes after it, even when the need was published anew since. */
const firstOfAll = sql`kind <> 'need.publish', occurred_at, kind`

const localYear = sql`extract(year from occurred_at at time zone ${sql.lit(timeZone)})::int`

function matching({ year, communeId, startupId }: RecordFilter): RawBuilder<unknown> {
  return sql`(${year}::int is null or ${localYear} = ${year})
    and (${communeId}::uuid is null or commune_id = ${communeId})
    and (${startupId}::uuid is null or startup_id = ${startupId})`
}

/** All of one process, in the order it happened; empty when the reference leads to nothing public. */
export function listProcessFacts(reader: Reader, reference: string): Promise<Fact[]> {
  return read<Fact>(
    reader,
    sql<Fact>`with fact as (${publicFacts})
      select * from fact where process_id = (select process_id from fact where reference = ${reference} limit 1)
      order by ${firstOfAll}`,
  )
}

/** The newest first. */
export function listFacts(reader: Reader, filter: RecordFilter, limit: number): Promise<Fact[]> {
  return read<Fact>(
    reader,
    sql<Fact>`with fact as (${publicFacts})
      select * from fact where ${matching(filter)} order by occurred_at desc, subject_id desc limit ${limit}`,
  )
}

/** A fact, and what sets it among those of its day: two of one kind may come at once. */
export type PlacedFact = Fact & { readonly place: string }

/** The oldest first, from the one after this. */
export function listFactsAfter(
  reader: Reader,
  last: Pick<PlacedFact, 'place'> | null,
  limit: number,
): Promise<PlacedFact[]> {
  const placed = sql`select *, concat_ws('/', to_char(occurred_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'),
      subject_id, kind, startup_id, row_number() over (partition by occurred_at, subject_id, kind, startup_id
        order by amount, note)) collate "C" as place
    from fact`
  return read<PlacedFact>(
    reader,
    sql<PlacedFact>`with fact as (${publicFacts}), placed as (${placed})
      select * from placed where place > ${last?.place ?? ''} order by place limit ${limit}`,
  )
}

/** The processes that a filter finds, by their last fact, newest first; one more than asked tells that there are others. */
export function listProcesses(
  reader: Reader,
  filter: RecordFilter,
  cursor: PublishedCursor | null,
  limit: number,
): Promise<Process[]> {
  const after = cursor
    ? sql`having (max(occurred_at), process_id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`
    : sql``
  return read<Process>(
    reader,
    sql<Process>`with fact as (${publicFacts}),
      found as (select distinct process_id from fact where ${matching(filter)})
      select process_id,
        (array_agg(reference order by ${firstOfAll}))[1] as reference,
        (array_agg(title order by ${firstOfAll}))[1] as title,
        (array_agg(commune_id order by ${firstOfAll}))[1] as commune_id,
        coalesce(array_agg(distinct startup_id) filter (where startup_id is not null), '{}') as startup_ids,
        (array_agg(kind order by occurred_at desc, kind desc))[1] as last_kind,
        max(occurred_at) as last_at,
        coalesce(
          sum(amount) filter (where kind in ('agreement.sign', 'agreement.amend')),
          sum(amount) filter (where kind in ('call.award', 'tender.award')))::bigint as amount
      from fact join found using (process_id)
      group by process_id ${after}
      order by max(occurred_at) desc, process_id desc limit ${limit + 1}`,
  )
}

const sums = sql`
  count(*) filter (where kind = 'need.publish')::int as needs,
  count(*) filter (where kind = 'call.publish')::int as calls,
  count(*) filter (where kind in ('call.award', 'tender.award'))::int as awards,
  coalesce(sum(amount) filter (where kind in ('call.award', 'tender.award')), 0)::bigint as awarded,
  count(*) filter (where kind like 'pilot.%')::int as pilots,
  count(*) filter (where kind = 'agreement.sign')::int as agreements,
  coalesce(sum(amount) filter (where kind in ('agreement.sign', 'agreement.amend')), 0)::bigint as signed,
  count(*) filter (where kind = 'project.start')::int as projects,
  count(*) filter (where kind = 'project.close')::int as closed`

export async function sumRecord(reader: Reader, filter: RecordFilter): Promise<Totals> {
  const [totals] = await read<Totals>(
    reader,
    sql<Totals>`with fact as (${publicFacts}) select ${sums} from fact where ${matching(filter)}`,
  )
  return totals as Totals
}

/** By year, newest first. */
export function sumByYear(reader: Reader): Promise<(Totals & { readonly year: number })[]> {
  return read(
    reader,
    sql`with fact as (${publicFacts}) select ${localYear} as year, ${sums} from fact group by 1 order by 1 desc`,
  )
}

export type PartyTotals = Totals & { readonly id: string }

/** By commune or by startup, of one year or of all, the largest signed amount first. */
export function sumByParty(
  reader: Reader,
  party: 'commune' | 'startup',
  year: number | null,
): Promise<PartyTotals[]> {
  const id = sql.ref(`${party}_id`)
  return read<PartyTotals>(
    reader,
    sql<PartyTotals>`with fact as (${publicFacts}) select ${id} as id, ${sums} from fact
      where ${id} is not null and (${year}::int is null or ${localYear} = ${year})
      group by 1 order by signed desc, awarded desc, needs desc, 1`,
  )
}

export interface SignedAmount {
  readonly communeId: string
  readonly startupId: string
  /** A day in Benin. */
  readonly day: string
  /** Of the agreement as it was signed, or what an amendment adds. */
  readonly amount: number
}

/** What was ever signed with each startup, in one query. Read as the system. */
export async function listSignedAmounts(db: Db): Promise<SignedAmount[]> {
  const { rows } = await sql<SignedAmount>`with fact as (${publicFacts})
    select commune_id, startup_id, (occurred_at at time zone ${sql.lit(timeZone)})::date as day, amount
    from fact where kind in ('agreement.sign', 'agreement.amend') and amount is not null`.execute(
    db,
  )
  return rows
}
