/** Inviting people into an organisation: a link sent by e-mail or SMS, good for one use and fourteen days. */

import type { Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden, orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId, createToken } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { writeWords } from '../notifications/write-words.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'
import { roleLabels } from '../organisations/role.labels.ts'
import { type Identifier, parseIdentifier } from '../people/identifier.rules.ts'
import { findPersonByIdentifier } from '../people/person.queries.ts'
import { hashToken } from '../sessions/authenticate.ts'

const lastsDays = 14

interface Inviting {
  readonly organisation: Organisation
  readonly role: Role
  readonly recipient: Identifier
}

/** An earlier invitation of the same person is void: the newest says what they are invited to be. */
export async function inviteMember(context: Context, inviting: Inviting): Promise<void> {
  const { db, actor, now } = context
  const { organisation, role, recipient } = inviting
  if (actor.id === null) throw new Forbidden()
  await revokeEarlier(context, organisation.id, recipient.address)
  const token = createToken()
  const id = createId(now.getTime())
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
      expiresAt: addDays(now, lastsDays),
    })
    .execute()
  await sendInvitation(context, inviting, id, token)
  await recordInvitation(context, organisation.id, id, 'send', { role })
}

async function revokeEarlier({ db, now }: Context, organisationId: string, recipient: string) {
  await db
    .updateTable('identity.invitation')
    .set({ revokedAt: now })
    .where('organisationId', '=', organisationId)
    .where('recipient', '=', recipient)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/** In the language of whoever has an account at this address; in French where nobody has. */
async function sendInvitation(
  { db, actor, now }: Context,
  { organisation, role, recipient }: Inviting,
  id: string,
  token: string,
): Promise<void> {
  const known = await findPersonByIdentifier(db, recipient.address)
  const message = {
    channel: recipient.channel,
    recipient: recipient.address,
    personId: null,
    topic: 'account',
    ...writeWords(known?.locale ?? 'fr', {
      subject: () => t('{organisation} vous invite sur Cauri', { organisation: organisation.name }),
      text: () =>
        t(
          '{person} vous invite à rejoindre {organisation} ({role}). Ce lien est personnel et valable {days} jours.',
          {
            person: actor.name,
            organisation: organisation.name,
            role: t(roleLabels[role]).toLowerCase(),
            days: lastsDays,
          },
        ),
    }),
    link: `/invitations/${token}`,
    dedupeKey: `invitation:${id}:${now.getTime()}`,
  }
  await queueMessage(db, message, now)
}

/** A new link for another fourteen days; the former one no longer works. */
export async function resendInvitation(
  context: Context,
  organisation: Organisation,
  invitationId: string,
): Promise<void> {
  const { db, now } = context
  const token = createToken()
  const row = await db
    .updateTable('identity.invitation')
    .set({ tokenHash: hashToken(token), expiresAt: addDays(now, lastsDays) })
    .where('id', '=', invitationId)
    .where('organisationId', '=', organisation.id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning(['role', 'recipient'])
    .executeTakeFirst()
  const { role, recipient } = orNotFound(row)
  const inviting = {
    organisation,
    role: role as Role,
    recipient: orNotFound(parseIdentifier(recipient)),
  }
  await sendInvitation(context, inviting, invitationId, token)
  await recordInvitation(context, organisation.id, invitationId, 'resend', {})
}

export async function revokeInvitation(
  context: Context,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  const row = await context.db
    .updateTable('identity.invitation')
    .set({ revokedAt: context.now })
    .where('id', '=', invitationId)
    .where('organisationId', '=', organisationId)
    .where('acceptedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  orNotFound(row)
  await recordInvitation(context, organisationId, invitationId, 'revoke', {})
}

export async function recordInvitation(
  { db, actor, now }: Context,
  organisationId: string,
  invitationId: string,
  act: 'send' | 'resend' | 'revoke' | 'accept' | 'decline',
  details: Record<string, string>,
): Promise<void> {
  const subject = { subjectKind: 'invitation', subjectId: invitationId, details }
  await recordAudit(db, { actor, organisationId, action: `invitation.${act}`, ...subject }, now)
}
