/** Where the association verifies companies. */
import { toDay } from '#platform/format.ts'
import type { Context, Route } from '#platform/web.ts'
import { listEventNames } from '../verification/event-names.ts'
import { listStartupEvents } from '../verification/file-event.queries.ts'
import { createReviewRoutes } from '../verification/review.routes.tsx'
import type { Review } from '../verification/review.ts'
import { startupPolicy } from '../verification/verification.policy.ts'
import { findCommuneName } from './headquarters.queries.ts'
import { moveStartup } from './startup.actions.ts'
import { getStartup } from './startup.queries.ts'
import type { Startup } from './startup.schema.ts'
import { listStartupAlerts } from './startup-alerts.rules.ts'
import { StartupFile } from './startup-file.view.tsx'

const checklist = [
  { value: 'register', label: 'Le nom et la forme juridique sont ceux du registre du commerce' },
  { value: 'ifu', label: 'Le numéro IFU est celui de cette entreprise' },
  { value: 'contacts', label: 'Les contacts répondent' },
  {
    value: 'label',
    label: 'Le label est authentique et en cours, ou aucun label n’est annoncé',
  },
  { value: 'presentation', label: 'La présentation ne promet rien que l’on ne puisse vérifier' },
]

export const reviewStartupRoutes: Route[] = createReviewRoutes({
  path: '/espace/verifications/startups/:startupId',
  load: ({ startupId = '' }, context) => loadReview(startupId, context),
  policy: startupPolicy,
  checklist,
  move: moveStartup,
})

async function loadReview(startupId: string, { db, now }: Context): Promise<Review<Startup>> {
  const row = await getStartup(db, startupId)
  const events = await listStartupEvents(db, startupId)
  const communeName = await findCommuneName(db, row.communeId)
  const today = toDay(now)
  return {
    row,
    base: `/espace/verifications/startups/${startupId}`,
    alerts: listStartupAlerts(row, today),
    content: <StartupFile startup={row} communeName={communeName} today={today} />,
    checklist,
    events,
    names: await listEventNames(db, events),
  }
}
