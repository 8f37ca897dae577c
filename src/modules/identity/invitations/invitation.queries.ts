/**
 * Invitations. Those who sent them read them as their organisation; whoever received one belongs to none yet, so the
 * system looks it up for them: by the token of the link, or by an address they have proved.
 */
import type { Role } from '#platform/actor.ts'
import { asSystem, type Db } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'
import type { Person } from '../people/person.queries.ts'
import { hashToken } from '../sessions/authenticate.ts'

export interface Invitation {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly role: Role
  readonly recipient: string
  readonly invitedBy: string
  readonly expiresAt: Date
}

function selectOpen(db: Db, now: Date) {
  return db
    .selectFrom('identity.invitation as invitation')
    .innerJoin(
      'identity.organisation as organisation',
      'organisation.id',
      'invitation.organisationId',
    )
    .select(['invitation.id', 'invitation.organisationId', 'invitation.role'])
    .select(['invitation.recipient', 'invitation.invitedBy', 'invitation.expiresAt'])
    .select('organisation.name as organisationName')
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
    .where('invitation.expiresAt', '>', now)
    .orderBy('invitation.createdAt', 'desc')
    .limit(100)
    .$narrowType<{ role: Role }>()
}

export function listSentInvitations(
  db: Db,
  { id }: Organisation,
  now: Date,
): Promise<Invitation[]> {
  return selectOpen(db, now).where('invitation.organisationId', '=', id).execute()
}

export function findInvitationByToken(
  context: Context,
  token: string,
): Promise<Invitation | undefined> {
  return asSystem(context, (db) =>
    selectOpen(db, context.now)
      .where('invitation.tokenHash', '=', hashToken(token))
      .executeTakeFirst(),
  )
}

/** Sent to an address that this person has proved to be theirs. */
export async function listReceivedInvitations(
  context: Context,
  person: Person,
): Promise<Invitation[]> {
  const addresses = [
    person.emailVerifiedAt && person.email,
    person.phoneVerifiedAt && person.phone,
  ].filter((address) => address !== null)
  if (addresses.length === 0) return []
  return asSystem(context, (db) =>
    selectOpen(db, context.now).where('invitation.recipient', 'in', addresses).execute(),
  )
}

/** Takes the invitation for good: the second of two answers gets nothing. */
export function closeInvitation(
  context: Context,
  { id }: Invitation,
  how: 'acceptedAt' | 'revokedAt',
): Promise<{ id: string } | undefined> {
  return asSystem(context, (db) =>
    db
      .updateTable('identity.invitation')
      .set({ [how]: context.now })
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', context.now)
      .returning('id')
      .executeTakeFirst(),
  )
}
