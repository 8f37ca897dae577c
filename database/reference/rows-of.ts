/** Rows of a reference file as a relation, so that a table is loaded in one statement. */
import { type RawBuilder, sql } from 'kysely'

export function rowsOf(rows: readonly unknown[], shape: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${shape})`
}
