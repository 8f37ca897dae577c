/** The button that ends an assistance: on every page of whoever assists, and in the register for the commune. */
import { z } from 'zod'
import { action, seeOther } from '#platform/web.ts'
import { leaveAssistance } from './assistance.actions.ts'
import { mayStop } from './assistance.policy.ts'
import { getAssistance } from './assistance.queries.ts'

const path = '/espace/assistances'

export const stopAssistanceAction = action(`${path}/:assistanceId/arreter`, {
  load: ({ assistanceId }, { db }) => getAssistance(db, assistanceId),
  allow: mayStop,
  input: z.object({}),
  back: () => '/espace',
  act: async (assistance, _, context) => {
    await leaveAssistance(context, assistance)
    return seeOther(path, 'L’assistance est terminée. La commune en est prévenue.')
  },
})
