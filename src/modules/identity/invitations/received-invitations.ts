/** Invitations that wait on the signed-in home: the person has proved the address they were sent to. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { inOwnName } from '#platform/policy.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { switchTo } from '../organisations/organisation.actions.ts'
import { findPerson } from '../people/person.queries.ts'
import { acceptInvitation, declineInvitation } from './answer-invitation.ts'
import { type Invitation, listReceivedInvitations } from './invitation.queries.ts'

async function getReceived(
  { invitationId }: { invitationId: string },
  context: Context,
): Promise<Invitation> {
  const person = orNotFound(await findPerson(context.db, getPersonId(context.actor)))
  const received = await listReceivedInvitations(context, person)
  return orNotFound(received.find(({ id }) => id === invitationId))
}

export const acceptReceivedAction = action('/espace/invitations/:invitationId/accepter', {
  load: getReceived,
  allow: inOwnName,
  input: z.object({}),
  back: () => '/espace',
  act: async (invitation, _, context) => {
    await switchTo(context, await acceptInvitation(context, invitation))
    return seeOther('/espace', 'Bienvenue ! Vous agissez maintenant pour cette organisation.')
  },
})

export const declineReceivedAction = action('/espace/invitations/:invitationId/refuser', {
  load: getReceived,
  allow: inOwnName,
  input: z.object({}),
  back: () => '/espace',
  act: async (invitation, _, context) => {
    await declineInvitation(context, invitation)
    return seeOther('/espace', 'L’invitation est refusée.')
  },
})
