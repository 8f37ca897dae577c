/** The kept values of indicators: written whole, read by day, by group or by commune. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { IndicatorCode } from './indicator.lists.ts'
import type { ScopedValue } from './indicator.rules.ts'
import type { Value } from './indicator.types.ts'

export interface IndicatorRow extends ScopedValue {
  readonly day: string
  readonly indicator: IndicatorCode
}

/** Two at once would each write what the other has. */
export async function lockSnapshots(db: Db): Promise<void> {
  await sql`lock table governance.indicator_snapshot in share row exclusive mode`.execute(db)
}

export interface Snapshot {
  readonly day: string
  readonly computedAt: Date
}

/** The oldest first. */
export async function listSnapshots(db: Db): Promise<Snapshot[]> {
  return db.selectFrom('governance.indicatorSnapshot').selectAll().orderBy('day').execute()
}

export async function listSnapshotDays(db: Db): Promise<string[]> {
  return (await listSnapshots(db)).map(({ day }) => day)
}

/** From this day on. */
export async function forgetSnapshots(db: Db, day: string): Promise<void> {
  await db.deleteFrom('governance.indicatorSnapshot').where('day', '>=', day).execute()
}

export async function insertValues(
  db: Db,
  days: readonly string[],
  rows: readonly IndicatorRow[],
  now: Date,
): Promise<void> {
  await db
    .insertInto('governance.indicatorSnapshot')
    .values(days.map((day) => ({ day, computedAt: now })))
    .execute()
  await sql`insert into governance.indicator_value (day, indicator, group_key, commune_id, value, numerator, denominator)
    select * from unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ indicator }) => indicator)}::text[],
      ${rows.map(({ groupKey }) => groupKey)}::text[], ${rows.map(({ communeId }) => communeId)}::uuid[],
      ${rows.map(({ value }) => value)}::numeric[], ${rows.map(({ numerator }) => numerator)}::numeric[],
      ${rows.map(({ denominator }) => denominator)}::numeric[])`.execute(db)
}

export interface DatedValue extends Value {
  readonly day: string
  readonly indicator: IndicatorCode
}

const columns = ['day', 'indicator', 'value', 'numerator', 'denominator'] as const

/** Of the country, of a department or of a category, from a day on, the oldest first; of one indicator, or of all. */
export async function listGroupSeries(
  db: Db,
  groupKey: string,
  fromDay: string,
  indicator?: IndicatorCode,
): Promise<DatedValue[]> {
  let rows = db
    .selectFrom('governance.indicatorValue')
    .select(columns)
    .where('communeId', 'is', null)
    .where('groupKey', '=', groupKey)
    .where('day', '>=', fromDay)
  if (indicator !== undefined) rows = rows.where('indicator', '=', indicator)
  return (await rows.orderBy('day').execute()) as DatedValue[]
}

export async function listCommuneSeries(
  db: Db,
  communeId: string,
  fromDay: string,
): Promise<DatedValue[]> {
  const rows = await db
    .selectFrom('governance.indicatorValue')
    .select(columns)
    .where('communeId', '=', communeId)
    .where('day', '>=', fromDay)
    .orderBy('day')
    .execute()
  return rows as DatedValue[]
}

/** All that was counted on a day; of one indicator, or of all. */
export async function listValuesOn(
  db: Db,
  day: string,
  indicator?: IndicatorCode,
): Promise<IndicatorRow[]> {
  let rows = db.selectFrom('governance.indicatorValue').selectAll().where('day', '=', day)
  if (indicator !== undefined) rows = rows.where('indicator', '=', indicator)
  return (await rows.execute()) as IndicatorRow[]
}

/** Of departments and categories, on a day. */
export async function listGroupValues(db: Db, day: string): Promise<IndicatorRow[]> {
  const rows = await db
    .selectFrom('governance.indicatorValue')
    .selectAll()
    .where('day', '=', day)
    .where('groupKey', '<>', '')
    .execute()
  return rows as IndicatorRow[]
}

export interface HistoryRow extends IndicatorRow {
  readonly computedAt: Date
}

/** The whole history of an indicator, or of a commune, the oldest first. */
export async function listHistory(
  db: Db,
  of: { readonly indicator: IndicatorCode } | { readonly communeId: string },
): Promise<HistoryRow[]> {
  const isOf =
    'indicator' in of ? sql`indicator = ${of.indicator}` : sql`commune_id = ${of.communeId}`
  const { rows } = await sql<HistoryRow>`
    select counted.*, snapshot.computed_at
    from governance.indicator_snapshot snapshot join governance.indicator_value counted on counted.day = snapshot.day
    where ${isOf} order by counted.day, indicator, commune_id nulls first, group_key`.execute(db)
  return rows
}
