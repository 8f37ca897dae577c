/**
 * What the journal of an organisation says happened to one kind of thing. Its lines are written one after the other, under a lock
 * held until the commit: whoever goes on from a line never misses one that was committed later.
 */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface JournalLine {
  readonly sequence: number
  readonly subjectId: string
  readonly step: string
  readonly from: string | null
  readonly to: string
  readonly occurredAt: Date
}

/** Changes of status only; one more than asked tells that there are others. */
export async function listStatusChanges(
  db: Db,
  { chain, subjectKind }: { readonly chain: string; readonly subjectKind: 'request' },
  after: number,
  size: number,
): Promise<JournalLine[]> {
  const { rows } = await sql<JournalLine>`
    select sequence, subject_id as "subjectId", details ->> 'step' as step, details ->> 'from' as from,
      details ->> 'to' as to, occurred_at as "occurredAt"
    from platform.audit_line
    where chain = ${chain} and subject_kind = ${sql.lit(subjectKind)} and sequence > ${after}
      and details ->> 'to' <> 'draft'
    order by sequence limit ${size + 1}`.execute(db)
  return rows
}
