/** Reading invitations: those of a session with the names of organisations, those that an organisation got. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { getSession, listSessionsById } from '../sessions/session.queries.ts'
import { participantKinds, type Session } from '../sessions/session.schema.ts'
import type { Invitation, NamedInvitation } from './invitation.schema.ts'

/** By quality, then by name. */
export async function listInvitations(db: Db, sessionId: string): Promise<NamedInvitation[]> {
  const rows = await db
    .selectFrom('governance.invitation')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .execute()
  const named = await addNames(db, rows as Invitation[])
  return named.sort(
    (a, b) =>
      participantKinds.indexOf(a.kind) - participantKinds.indexOf(b.kind) ||
      a.name.localeCompare(b.name, 'fr'),
  )
}

export interface SessionInvitation {
  readonly session: Session
  readonly invitation: NamedInvitation
}

export async function getInvitation(db: Db, invitationId: string): Promise<SessionInvitation> {
  const row = await db
    .selectFrom('governance.invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .executeTakeFirst()
  const [invitation] = await addNames(db, [orNotFound(row) as Invitation])
  const known = orNotFound(invitation)
  return { session: await getSession(db, known.sessionId), invitation: known }
}

/** Sent, not declined, not yet reminded, of sessions that begin between two days. */
export async function listToRemind(
  db: Db,
  from: string,
  until: string,
): Promise<SessionInvitation[]> {
  const rows = await db
    .selectFrom('governance.invitation as invitation')
    .innerJoin('governance.session as session', 'session.id', 'invitation.sessionId')
    .selectAll('invitation')
    .where('session.status', '=', 'announced')
    .where('session.startsOn', '>=', from)
    .where('session.startsOn', '<=', until)
    .where('invitation.sentAt', 'is not', null)
    .where('invitation.remindedAt', 'is', null)
    .where((of) => of.or([of('answer', 'is', null), of('answer', '=', 'coming')]))
    .execute()
  const invitations = await addNames(db, rows as Invitation[])
  const sessions = await listSessionsById(
    db,
    invitations.map(({ sessionId }) => sessionId),
  )
  return invitations.flatMap((invitation) => {
    const session = sessions.get(invitation.sessionId)
    return session ? [{ session, invitation }] : []
  })
}

export type Received = Pick<Invitation, 'id' | 'sessionId' | 'kind' | 'answer' | 'sentAt'> &
  Pick<Session, 'theme' | 'status' | 'startsOn' | 'endsOn' | 'place'>

/** What an organisation was invited to, of sessions still to come. */
export async function listReceived(db: Db, organisationId: string): Promise<Received[]> {
  const rows = await db
    .selectFrom('governance.invitation as invitation')
    .innerJoin('governance.session as session', 'session.id', 'invitation.sessionId')
    .select(['invitation.id', 'invitation.sessionId', 'invitation.kind', 'invitation.answer'])
    .select(['invitation.sentAt', 'session.theme', 'session.status', 'session.startsOn'])
    .select(['session.endsOn', 'session.place'])
    .where('invitation.organisationId', '=', organisationId)
    .where('invitation.sentAt', 'is not', null)
    .where('session.status', '=', 'announced')
    .orderBy('session.startsOn')
    .orderBy('invitation.id')
    .limit(50)
    .execute()
  return rows as Received[]
}

async function addNames(db: Db, rows: readonly Invitation[]): Promise<NamedInvitation[]> {
  const names = await listOrganisationNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  )
  return rows.map((row) => ({
    ...row,
    name: row.guest ?? names.get(row.organisationId ?? '') ?? '—',
  }))
}
