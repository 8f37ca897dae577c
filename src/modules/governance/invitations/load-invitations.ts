/** What the pages of invitations load, and the way back to them. */
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { sessionAddress } from '../sessions/load-session.ts'
import { getSession } from '../sessions/session.queries.ts'
import type { Session } from '../sessions/session.schema.ts'
import { getInvitation, listInvitations, type SessionInvitation } from './invitation.queries.ts'
import type { NamedInvitation } from './invitation.schema.ts'

export interface Invitations {
  readonly session: Session
  readonly invitations: readonly NamedInvitation[]
}

export async function loadInvitations(
  { sessionId }: { sessionId: string },
  { db }: Context,
): Promise<Invitations> {
  return {
    session: await getSession(db, sessionId),
    invitations: await listInvitations(db, sessionId),
  }
}

export function loadInvitation(
  { invitationId }: { invitationId: string },
  { db }: Context,
): Promise<SessionInvitation> {
  return getInvitation(db, invitationId)
}

export const listAddress = (session: Pick<Session, 'id'>) =>
  `${sessionAddress(session)}/invitations`

export const listBack = (session: Session) => ({
  href: listAddress(session),
  label: t('Invitations'),
})
