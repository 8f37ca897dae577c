/** The pages of uses and ratings. */
import type { Route } from '#platform/web.ts'
import {
  confirmUseAction,
  declareUsePage,
  ownUsesPage,
  rateUsePage,
  reasonedUsePages,
} from './own-uses.page.tsx'
import { hideRatingPage, referencesPage, replyPage } from './references.page.tsx'

export const deploymentRoutes: Route[] = [
  ownUsesPage,
  confirmUseAction,
  ...reasonedUsePages,
  rateUsePage,
  declareUsePage,
  referencesPage,
  replyPage,
  hideRatingPage,
]
