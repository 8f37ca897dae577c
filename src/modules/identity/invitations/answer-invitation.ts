/** Answering an invitation: joining the organisation and acting for it, or declining. */

import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { tellPerson } from '../notifications/tell-person.ts'
import { addMembership } from '../organisations/membership.actions.ts'
import { recordInvitation } from './invitation.actions.ts'
import { closeInvitation, type Invitation } from './invitation.queries.ts'

const alreadyAnswered = 'Cette invitation a déjà servi, ou vient d’être annulée.'

/** Returns the new membership. Whoever invited is told who came: a link can be passed on. */
export async function acceptInvitation(context: Context, invitation: Invitation): Promise<string> {
  const { db, actor, now } = context
  const { id, organisationId, organisationName, role } = invitation
  if (actor.id === null || !(await closeInvitation(context, invitation, 'acceptedAt')))
    throw new Conflict(alreadyAnswered)
  const membershipId = await addMembership(db, { personId: actor.id, organisationId, role }, now)
  await recordInvitation(context, organisationId, id, 'accept', { role, membershipId })
  const notice = {
    personId: invitation.invitedBy,
    subject: () =>
      t('{actor} a rejoint {organisationName}', { actor: actor.name, organisationName }),
    text: () =>
      t('{actor} a accepté l’invitation envoyée à {recipient}.', {
        actor: actor.name,
        recipient: invitation.recipient,
      }),
    link: `/espace/organisations/${organisationId}/membres`,
    key: `invitation-accepted:${id}`,
  }
  await tellPerson(db, notice, now)
  return membershipId
}

export async function declineInvitation(context: Context, invitation: Invitation): Promise<void> {
  if (!(await closeInvitation(context, invitation, 'revokedAt')))
    throw new Conflict(alreadyAnswered)
  await recordInvitation(context, invitation.organisationId, invitation.id, 'decline', {})
}
