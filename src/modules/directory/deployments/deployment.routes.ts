/** The pages of uses and ratings. */
import type { Route } from '#platform/web.ts'
import { answerRatingRoutes } from './answer-rating.routes.tsx'
import { answerUseRoutes } from './answer-use.routes.tsx'
import { declareUsePage } from './declare-use.page.tsx'
import { moderationPage } from './moderation.page.tsx'
import { ownUsesPage } from './own-uses.page.tsx'
import { rateUsePage } from './rate-use.page.tsx'
import { referencesPage } from './references.page.tsx'

export const deploymentRoutes: Route[] = [
  ownUsesPage,
  ...answerUseRoutes,
  rateUsePage,
  declareUsePage,
  referencesPage,
  moderationPage,
  ...answerRatingRoutes,
]
