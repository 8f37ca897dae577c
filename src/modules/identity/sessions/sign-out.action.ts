/** Leaving: the session ends on the server, not only in the browser. */
import { z } from 'zod'
import { everyone } from '#platform/policy.ts'
import { action, seeOther, sessionCookie } from '#platform/web.ts'
import { revokeSession } from './session.ts'

export const signOutAction = action('/deconnexion', {
  load: () => null,
  allow: everyone,
  input: z.object({}),
  back: () => '/',
  act: async (_, __, context) => {
    if (context.session) await revokeSession(context, context.session.id)
    context.setCookie(sessionCookie, null)
    return seeOther('/', 'Vous êtes déconnecté.')
  },
})
