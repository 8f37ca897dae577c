/** What waits for the association: submitted files, the oldest first, in keyset pages. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { isId } from '#platform/id.ts'

export interface WaitingFile {
  readonly kind: 'startup' | 'solution'
  readonly id: string
  readonly name: string
  readonly startupName: string
  readonly isStartupVerified: boolean
  /** Nobody edits a submitted file, so its last change is its submission. */
  readonly submittedAt: Date
}

export interface QueueCursor {
  readonly submittedAt: string
  readonly id: string
}

/** The cursor of an address: anything else is the first page. */
export function readQueueCursor(text: unknown): QueueCursor | null {
  const [submittedAt = '', id = ''] = typeof text === 'string' ? text.split('_') : []
  return !Number.isNaN(Date.parse(submittedAt)) && isId(id) ? { submittedAt, id } : null
}

/** One row more than `size` tells that there are others. */
export async function listWaitingFiles(
  db: Db,
  cursor: QueueCursor | null,
  size: number,
): Promise<WaitingFile[]> {
  let query = db.selectFrom(waitingFiles(db).as('file')).selectAll()
  if (cursor)
    query = query.where(
      sql<boolean>`(file.submitted_at, file.id) > (${cursor.submittedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('file.submittedAt')
    .orderBy('file.id')
    .limit(size + 1)
    .execute()
  return rows as WaitingFile[]
}

export async function countWaitingFiles(db: Db): Promise<{ count: number; oldest: Date | null }> {
  return db
    .selectFrom(waitingFiles(db).as('file'))
    .select((file) => [
      sql<number>`count(*)::int`.as('count'),
      file.fn.min('file.submittedAt').as('oldest'),
    ])
    .executeTakeFirstOrThrow()
}

/** Milliseconds, as a cursor carries them. */
const toMilliseconds = (column: string) => sql<Date>`date_trunc('milliseconds', ${sql.ref(column)})`

function waitingFiles(db: Db) {
  const startups = db
    .selectFrom('directory.startup as startup')
    .select(['startup.id', 'startup.name', 'startup.name as startupName'])
    .select([
      sql<string>`'startup'`.as('kind'),
      sql<boolean>`false`.as('isStartupVerified'),
      toMilliseconds('startup.updatedAt').as('submittedAt'),
    ])
    .where('startup.status', '=', 'submitted')
  const solutions = db
    .selectFrom('directory.solution as solution')
    .innerJoin('directory.startup as startup', 'startup.id', 'solution.startupId')
    .select(['solution.id', 'solution.name', 'startup.name as startupName'])
    .select([
      sql<string>`'solution'`.as('kind'),
      sql<boolean>`startup.status = 'verified'`.as('isStartupVerified'),
      toMilliseconds('solution.updatedAt').as('submittedAt'),
    ])
    .where('solution.status', '=', 'submitted')
  return startups.unionAll(solutions)
}
