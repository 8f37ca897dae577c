/** The buttons of a list of invitations: what waits is sent, or taken out before it is. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { action, seeOther } from '#platform/web.ts'
import { sessionsHome } from '../sessions/my-sessions.page.tsx'
import { removeInvitation, sendInvitations } from './invitation.actions.ts'
import { invitationPolicy } from './invitation.policy.ts'
import { receivedHome } from './invitation-address.ts'
import { listAddress, loadInvitation, loadInvitations } from './load-invitations.ts'

export const sendAction = action(`${sessionsHome}/:sessionId/invitations/envoyer`, {
  load: loadInvitations,
  allow: invitationPolicy.send,
  input: z.object({}),
  back: ({ session }) => listAddress(session),
  act: async ({ session }, _, context) => {
    const count = await sendInvitations(context, session)
    return seeOther(
      listAddress(session),
      t(
        '{count, plural, =0 {Tout était déjà parti.} one {Une invitation est envoyée.} other {# invitations sont envoyées.}}',
        { count },
      ),
    )
  },
})

export const removeAction = action(`${receivedHome}/:invitationId/retirer`, {
  load: loadInvitation,
  allow: invitationPolicy.invite,
  input: z.object({}),
  back: ({ session }) => listAddress(session),
  act: async ({ session, invitation }, _, context) => {
    await removeInvitation(context, invitation)
    return seeOther(listAddress(session), 'L’invitation est retirée.')
  },
})
