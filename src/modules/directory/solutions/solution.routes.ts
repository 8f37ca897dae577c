/** The working pages of a startup's solutions. */
import type { Route } from '#platform/web.ts'
import { createOwnStepRoutes } from '../verification/own-steps.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { listOwnSolutionsPage } from './list-own-solutions.page.tsx'
import { newSolutionPage } from './new-solution.page.tsx'
import { ownSolutionPage } from './own-solution.page.tsx'
import { sectionRoutes } from './sections/edit-section.page.tsx'
import { moveSolution } from './solution.actions.ts'
import { getSolution } from './solution.queries.ts'

export const solutionRoutes: Route[] = [
  listOwnSolutionsPage,
  newSolutionPage,
  ownSolutionPage,
  ...sectionRoutes,
  ...createOwnStepRoutes({
    path: '/espace/solutions/:solutionId',
    load: ({ solutionId = '' }, { db }) => getSolution(db, solutionId),
    policy: solutionPolicy,
    back: ({ id }) => `/espace/solutions/${id}`,
    move: moveSolution,
  }),
]
