/** Reading sessions: the calendar, one by its reference or identifier, with all that belongs to it. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Attendance, Commission, FullSession, Minutes, Session } from './session.schema.ts'

export function listCommissions(db: Db): Promise<Commission[]> {
  return db.selectFrom('governance.commission').selectAll().orderBy('position').execute()
}

export async function getSession(db: Db, sessionId: string): Promise<Session> {
  const row = await selectSessions(db).where('id', '=', sessionId).executeTakeFirst()
  return orNotFound(row as Session | undefined)
}

export async function listSessionsById(
  db: Db,
  sessionIds: readonly string[],
): Promise<Map<string, Session>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await selectSessions(db)
    .where('id', 'in', [...new Set(sessionIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row as Session]))
}

export async function getFullSession(db: Db, sessionId: string): Promise<FullSession> {
  return addParts(db, await getSession(db, sessionId))
}

export async function getSessionByReference(db: Db, reference: string): Promise<FullSession> {
  const row = await selectSessions(db).where('reference', '=', reference).executeTakeFirst()
  return addParts(db, orNotFound(row as Session | undefined))
}

/** For those who prepare them: drafts and all, the newest first. */
export async function listPreparedSessions(db: Db): Promise<Session[]> {
  const rows = await selectSessions(db)
    .orderBy('startsOn', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows as Session[]
}

export async function listComingSessions(db: Db, commission: string): Promise<Session[]> {
  let query = selectSessions(db).where('status', '=', 'announced')
  if (commission) query = query.where('commissionCode', '=', commission)
  return (await query.orderBy('startsOn').orderBy('id').limit(50).execute()) as Session[]
}

export interface PastCursor {
  readonly startsOn: string
  readonly id: string
}

/** Held, reported or cancelled, newest first; one row more than `size` tells that there are others. */
export async function listPastSessions(
  db: Db,
  commission: string,
  cursor: PastCursor | null,
  size: number,
): Promise<Session[]> {
  let query = selectSessions(db).where('status', 'in', ['held', 'published', 'cancelled'])
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

async function addParts(db: Db, session: Session): Promise<FullSession> {
  const { id, commissionCode } = session
  const commission = await db
    .selectFrom('governance.commission')
    .selectAll()
    .where('code', '=', commissionCode)
    .executeTakeFirstOrThrow()
  const agenda = await db
    .selectFrom('governance.agendaItem')
    .selectAll()
    .where('sessionId', '=', id)
    .orderBy('heldOn')
    .orderBy(sql`starts_at nulls last`)
    .orderBy('id')
    .execute()
  const documents = await db
    .selectFrom('governance.sessionDocument')
    .selectAll()
    .where('sessionId', '=', id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return { session, commission, agenda, documents, ...(await readRecord(db, id)) }
}

async function readRecord(db: Db, sessionId: string) {
  const notes = await db
    .selectFrom('governance.agendaNote')
    .select(['agendaItemId', 'body', 'version'])
    .where('sessionId', '=', sessionId)
    .execute()
  const minutes: Minutes | undefined = await db
    .selectFrom('governance.sessionMinutes')
    .select(['opening', 'conclusions', 'version'])
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  const attendances = await db
    .selectFrom('governance.attendance')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy(
      sql`array_position(array['mayors', 'elected', 'staff', 'administration', 'startups', 'resourcePeople'], kind)`,
    )
    .execute()
  return {
    notes: new Map(notes.map(({ agendaItemId, ...note }) => [agendaItemId, note])),
    minutes: minutes ?? { opening: '', conclusions: '', version: 0 },
    attendances: attendances as Attendance[],
  }
}

function selectSessions(db: Db) {
  return db.selectFrom('governance.session').selectAll()
}
