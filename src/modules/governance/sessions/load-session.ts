/** What the pages of a session load, and the way back to it. */
import { orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
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
