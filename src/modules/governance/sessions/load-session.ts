/** What the pages of a session load, and the way back to it. */
import { orNotFound } from '#platform/errors.ts'
import { type FileRecord, listFiles } from '#platform/files/file-records.ts'
import type { Context } from '#platform/web.ts'
import {
  listOfSession,
  listTold,
  type ToldLine,
} from '../recommendations/recommendation.queries.ts'
import type { Recommendation } from '../recommendations/recommendation.schema.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { getFullSession } from './session.queries.ts'
import type { AgendaItem, FullSession, Session } from './session.schema.ts'

export const sessionAddress = ({ id }: Pick<Session, 'id'>) => `${sessionsHome}/${id}`

export const sessionBack = (session: Session) => ({
  href: sessionAddress(session),
  label: session.reference,
})

export function loadSession({ sessionId }: { sessionId: string }, { db }: Context) {
  return getFullSession(db, sessionId)
}

/** A session with what its pages show beside it: the files of its documents, what it recommends, what it is told. */
export interface ShownSession {
  readonly full: FullSession
  readonly files: readonly FileRecord[]
  readonly recommended: readonly Recommendation[]
  readonly told: readonly ToldLine[]
}

export async function loadBeside(full: FullSession, { db }: Context): Promise<ShownSession> {
  const fileIds = full.documents.flatMap(({ fileId }) => fileId ?? [])
  return {
    full,
    files: await listFiles(db, fileIds),
    recommended: await listOfSession(db, full.session.id),
    told: await listTold(db, full.session.id),
  }
}

export interface OneItem {
  readonly full: FullSession
  readonly item: AgendaItem
}

export async function loadItem(
  { sessionId, itemId }: { sessionId: string; itemId: string },
  { db }: Context,
): Promise<OneItem> {
  const full = await getFullSession(db, sessionId)
  return { full, item: orNotFound(full.agenda.find(({ id }) => id === itemId)) }
}
