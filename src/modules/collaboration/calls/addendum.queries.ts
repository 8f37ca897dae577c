/** The addenda of a call, in order. */
import type { Db } from '#platform/database.ts'
import type { Change } from './addendum.rules.ts'

export interface Addendum {
  readonly id: string
  readonly number: number
  readonly reason: string
  readonly changes: readonly Change[]
  readonly deadlineBefore: Date
  readonly deadlineAfter: Date
  readonly publishedAt: Date
}

export async function listAddenda(db: Db, callId: string): Promise<Addendum[]> {
  const rows = await db
    .selectFrom('collaboration.callAddendum')
    .select(['id', 'number', 'reason', 'changes', 'deadlineBefore', 'deadlineAfter', 'publishedAt'])
    .where('callId', '=', callId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, changes: row.changes as unknown as Change[] }))
}
