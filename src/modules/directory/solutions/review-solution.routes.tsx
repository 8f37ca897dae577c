/** Where the association verifies solutions. */
import type { Context, Route } from '#platform/web.ts'
import { getStartup } from '../startups/startup.queries.ts'
import { listEventNames } from '../verification/event-names.ts'
import { listSolutionEvents } from '../verification/file-event.queries.ts'
import { createReviewRoutes } from '../verification/review.routes.tsx'
import type { Review } from '../verification/review.ts'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { moveSolution } from './solution.actions.ts'
import { getWithFiles } from './solution.queries.ts'
import type { Solution } from './solution.schema.ts'
import { listSolutionAlerts } from './solution-alerts.rules.ts'
import { SolutionContent } from './solution-content.view.tsx'

const checklist = [
  {
    value: 'exists',
    label: 'La solution existe : démonstration, captures d’écran ou documents le montrent',
  },
  { value: 'claims', label: 'Le résumé et les fonctions correspondent à ce qui a été montré' },
  { value: 'prerequisites', label: 'Les prérequis sont complets et réalistes pour une commune' },
  { value: 'price', label: 'Le prix est clair : ce qu’il comprend et ce qu’il ne comprend pas' },
  {
    value: 'data',
    label: 'L’hébergement et la situation auprès de l’APDP sont décrits et plausibles',
  },
  { value: 'reversibility', label: 'La commune peut récupérer ses données et changer de solution' },
  {
    value: 'privacy',
    label: 'Les captures et documents ne montrent aucune donnée personnelle réelle',
  },
]

export const reviewSolutionRoutes: Route[] = createReviewRoutes({
  path: '/espace/verifications/solutions/:solutionId',
  load: ({ solutionId = '' }, context) => loadReview(solutionId, context),
  policy: solutionPolicy,
  checklist,
  move: moveSolution,
})

async function loadReview(solutionId: string, { db }: Context): Promise<Review<Solution>> {
  const { solution, files } = await getWithFiles(db, solutionId)
  const startup = await getStartup(db, solution.startupId)
  const events = await listSolutionEvents(db, solutionId)
  return {
    row: solution,
    base: `/espace/verifications/solutions/${solutionId}`,
    alerts: listSolutionAlerts(solution, startup.status === 'verified'),
    content: <SolutionContent solution={solution} startup={startup} files={files} />,
    checklist,
    events,
    names: await listEventNames(db, events),
  }
}
