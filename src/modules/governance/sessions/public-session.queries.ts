/** Sessions as everybody may read them, for programs: the newest first, or one. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { getSessionByReference, type PastCursor } from './session.queries.ts'
import type { Session } from './session.schema.ts'

/** One row more than `size` tells that there are others. */
export async function listPublicSessions(
  db: Db,
  commission: string | null,
  cursor: PastCursor | null,
  size: number,
): Promise<Session[]> {
  let query = db.selectFrom('governance.session').selectAll().where('status', '!=', 'draft')
  if (commission) query = query.where('commissionCode', '=', commission)
  if (cursor)
    query = query.where(
      sql<boolean>`(starts_on, id) < (${cursor.startsOn}::date, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('startsOn', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as Session[]
}

/** Nothing while it is a draft, whoever asks; who came is told with the report. */
export async function getPublicSession(db: Db, reference: string) {
  const { session, commission, agenda, attendances } = await getSessionByReference(db, reference)
  if (session.status === 'draft') throw new NotFound()
  const isReported = session.status === 'published'
  return { session, commission, agenda, attendances: isReported ? attendances : [] }
}
