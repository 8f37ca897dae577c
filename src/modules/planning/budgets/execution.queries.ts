/** Where the lines of a budget stand: of each, the latest situation. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Execution } from './budget.schema.ts'

/** By the key of the line, on the latest day that was recorded. */
export async function listExecution(
  db: Db,
  budgetId: string,
): Promise<ReadonlyMap<string, Execution>> {
  const rows = await db
    .selectFrom('planning.budgetEntry')
    .select(['lineKey', 'committed', 'paid', 'asOf', 'note'])
    .distinctOn('lineKey')
    .where('budgetId', '=', budgetId)
    .orderBy('lineKey')
    .orderBy('asOf', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.lineKey, row]))
}

/** The situation of each line on each of the days that are given, as last recorded: to know what a file says again. */
export async function listSituations(
  db: Db,
  budgetId: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, { readonly committed: number; readonly paid: number }>> {
  const { rows } = await sql<{ lineKey: string; asOf: string; committed: number; paid: number }>`
    select distinct on (line_key, as_of) line_key as "lineKey", as_of as "asOf", committed, paid
    from planning.budget_entry
    where budget_id = ${budgetId} and as_of = any(${[...days]}::date[])
    order by line_key, as_of, recorded_at desc, id desc`.execute(db)
  return new Map(rows.map((row) => [`${row.lineKey} ${row.asOf}`, row]))
}

export interface DayTotal {
  readonly asOf: string
  readonly recordedAt: Date
  readonly recordedBy: string | null
  readonly lines: number
  readonly isImported: boolean
}

/** What was recorded, the newest day first. */
export async function listRecordings(db: Db, budgetId: string): Promise<DayTotal[]> {
  const { rows } = await sql<DayTotal>`
    select as_of as "asOf", max(recorded_at) as "recordedAt", (array_agg(recorded_by))[1] as "recordedBy",
      count(*)::int as lines, bool_or(import_id is not null) as "isImported"
    from planning.budget_entry where budget_id = ${budgetId}
    group by as_of, recorded_at order by as_of desc, recorded_at desc limit 30`.execute(db)
  return rows
}
