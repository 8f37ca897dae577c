/** The files of startups and solutions by status, in keyset pages: what waits for the association, and the rest. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { isId } from '#platform/id.ts'
import type { VerificationStatus } from '../labels.ts'

export interface FileLine {
  readonly kind: 'startup' | 'solution'
  readonly id: string
  readonly name: string
  readonly startupName: string
  readonly isStartupVerified: boolean
  /** Nobody edits a submitted file: its last change is then its submission. */
  readonly changedAt: Date
}

export interface QueueCursor {
  readonly changedAt: string
  readonly id: string
}

/** The cursor of an address: anything else is the first page. */
export function readQueueCursor(text: unknown): QueueCursor | null {
  const [changedAt = '', id = ''] = typeof text === 'string' ? text.split('_') : []
  return !Number.isNaN(Date.parse(changedAt)) && isId(id) ? { changedAt, id } : null
}

export function writeQueueCursor({ changedAt, id }: FileLine): string {
  return `${changedAt.toISOString()}_${id}`
}

/** What waits, the oldest first; other statuses, the last changed first. One row more than `size` tells that there are others. */
export async function listFilesAt(
  db: Db,
  status: VerificationStatus,
  cursor: QueueCursor | null,
  size: number,
): Promise<FileLine[]> {
  const direction = status === 'submitted' ? 'asc' : 'desc'
  let query = db.selectFrom(filesAt(db, status).as('file')).selectAll()
  if (cursor) query = query.where(isPast(cursor, direction))
  const rows = await query
    .orderBy('file.changedAt', direction)
    .orderBy('file.id', direction)
    .limit(size + 1)
    .execute()
  return rows as FileLine[]
}

function isPast({ changedAt, id }: QueueCursor, direction: 'asc' | 'desc') {
  const sign = direction === 'asc' ? sql`>` : sql`<`
  return sql<boolean>`(file.changed_at, file.id) ${sign} (${changedAt}::timestamptz, ${id}::uuid)`
}

export async function countWaitingFiles(db: Db): Promise<{ count: number; oldest: Date | null }> {
  return db
    .selectFrom(filesAt(db, 'submitted').as('file'))
    .select((file) => [
      sql<number>`count(*)::int`.as('count'),
      file.fn.min('file.changedAt').as('oldest'),
    ])
    .executeTakeFirstOrThrow()
}

/** Milliseconds, as a cursor carries them. */
const toMilliseconds = (column: string) => sql<Date>`date_trunc('milliseconds', ${sql.ref(column)})`

function filesAt(db: Db, status: VerificationStatus) {
  const startups = db
    .selectFrom('directory.startup as startup')
    .select(['startup.id', 'startup.name', 'startup.name as startupName'])
    .select([
      sql<string>`'startup'`.as('kind'),
      sql<boolean>`startup.status = 'verified'`.as('isStartupVerified'),
      toMilliseconds('startup.updatedAt').as('changedAt'),
    ])
    .where('startup.status', '=', status)
  const solutions = db
    .selectFrom('directory.solution as solution')
    .innerJoin('directory.startup as startup', 'startup.id', 'solution.startupId')
    .select(['solution.id', 'solution.name', 'startup.name as startupName'])
    .select([
      sql<string>`'solution'`.as('kind'),
      sql<boolean>`startup.status = 'verified'`.as('isStartupVerified'),
      toMilliseconds('solution.updatedAt').as('changedAt'),
    ])
    .where('solution.status', '=', status)
  return startups.unionAll(solutions)
}
