/** Invitations to an organisation: a link sent by e-mail or SMS, good for one use and fourteen days. */
import { type Role, system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, setActor } from '#platform/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { createId, createToken } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { addMembership } from '../organisations/organisation.actions.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'
import { roleLabels } from '../organisations/role.labels.ts'
import type { Identifier } from '../people/identifier.rules.ts'
import { hashToken } from '../sessions/authenticate.ts'

const lastsDays = 14

interface Inviting {
  readonly organisation: Organisation
  readonly role: Role
  readonly recipient: Identifier
}

export async function invite(
  { db, actor, now }: Context,
  { organisation, role, recipient }: Inviting,
): Promise<void> {
  if (actor.id === null) throw new Forbidden()
  const token = createToken()
  const id = createId(now.getTime())
  const expiresAt = new Date(now.getTime() + lastsDays * 86_400_000)
  await db
    .insertInto('identity.invitation')
    .values({
      id,
      organisationId: organisation.id,
      role,
      recipient: recipient.address,
      tokenHash: hashToken(token),
      invitedBy: actor.id,
      createdAt: now,
      expiresAt,
    })
    .execute()
  await queueMessage(
    db,
    {
      channel: recipient.channel,
      recipient: recipient.address,
      personId: null,
      topic: 'account',
      subject: `${organisation.name} vous invite sur Cauri`,
      body: `${actor.name} vous invite à rejoindre ${organisation.name} comme ${roleLabels[role].toLowerCase()}. L’invitation est valable ${lastsDays} jours.`,
      link: `/invitations/${token}`,
      dedupeKey: `invitation:${id}`,
    },
    now,
  )
  await recordAudit(
    db,
    {
      actor,
      organisationId: organisation.id,
      action: 'invitation.send',
      subjectKind: 'invitation',
      subjectId: id,
      details: { role },
    },
    now,
  )
}

export function listInvitations(db: Db, organisationId: string, now: Date) {
  return db
    .selectFrom('identity.invitation')
    .select(['id', 'recipient', 'role', 'expiresAt'])
    .where('organisationId', '=', organisationId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function revokeInvitation(
  db: Db,
  organisationId: string,
  invitationId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('identity.invitation')
    .set({ revokedAt: now })
    .where('id', '=', invitationId)
    .where('organisationId', '=', organisationId)
    .execute()
}

export interface OpenInvitation {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly role: Role
}

/** Whoever holds the token may read its invitation, and nothing else: the system looks it up for them. */
export async function findInvitation(
  { db, actor, now }: Context,
  token: string,
): Promise<OpenInvitation | undefined> {
  return db.isTransaction
    ? lookUp(db, token, actor, now)
    : db.transaction().execute((transaction) => lookUp(transaction, token, actor, now))
}

async function lookUp(
  db: Db,
  token: string,
  actor: Context['actor'],
  now: Date,
): Promise<OpenInvitation | undefined> {
  await setActor(db, system)
  const row = await db
    .selectFrom('identity.invitation as invitation')
    .innerJoin(
      'identity.organisation as organisation',
      'organisation.id',
      'invitation.organisationId',
    )
    .select([
      'invitation.id',
      'invitation.organisationId',
      'invitation.role',
      'organisation.name as organisationName',
    ])
    .where('invitation.tokenHash', '=', hashToken(token))
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
    .where('invitation.expiresAt', '>', now)
    .executeTakeFirst()
  await setActor(db, actor)
  return row as OpenInvitation | undefined
}

/** Makes the person a member; the invitation cannot serve again. Returns the membership. */
export async function acceptInvitation(
  { db, actor, now }: Context,
  invitation: OpenInvitation,
): Promise<string> {
  if (actor.id === null) throw new Forbidden()
  await setActor(db, system)
  const taken = await db
    .updateTable('identity.invitation')
    .set({ acceptedAt: now })
    .where('id', '=', invitation.id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await setActor(db, actor)
  if (!taken) throw new Forbidden()
  const { organisationId, role } = invitation
  const membershipId = await addMembership(db, { personId: actor.id, organisationId, role }, now)
  await recordAudit(
    db,
    {
      actor,
      organisationId,
      action: 'invitation.accept',
      subjectKind: 'invitation',
      subjectId: invitation.id,
      details: { role },
    },
    now,
  )
  return membershipId
}
