/** Where the association verifies startups and solutions. */
import type { Route } from '#platform/web.ts'
import { reviewSolutionRoutes } from '../solutions/review-solution.routes.tsx'
import { reviewStartupRoutes } from '../startups/review-startup.routes.tsx'
import { queuePage } from './queue.page.tsx'

export const verificationRoutes: Route[] = [
  queuePage,
  ...reviewStartupRoutes,
  ...reviewSolutionRoutes,
]
