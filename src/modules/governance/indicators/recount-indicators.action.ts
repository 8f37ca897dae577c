/** The association counts everything again without waiting for the night. */
import { z } from 'zod'
import { asSystem } from '#platform/database.ts'
import { associationStaff } from '#platform/policy.ts'
import { action, seeOther } from '#platform/web.ts'
import { refreshIndicators } from './refresh-indicators.ts'

export const recountIndicatorsAction = action('/indicateurs/recalculer', {
  load: () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => '/indicateurs',
  act: async (_, __, context) => {
    await asSystem(context, (db) => refreshIndicators(db, context.now))
    return seeOther('/indicateurs', 'Les indicateurs sont recalculés.')
  },
})
