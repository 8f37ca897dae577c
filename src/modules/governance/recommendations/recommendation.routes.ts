/** The pages of recommendations: the public board, and where the association follows them. */
import type { Route } from '#platform/web.ts'
import { editRecommendationPages } from './edit-recommendation.pages.tsx'
import { followRecommendationPages } from './follow-recommendation.pages.tsx'
import { followUpPage } from './follow-up.page.tsx'
import { listRecommendationsPage } from './list-recommendations.page.tsx'
import { showRecommendationPage } from './show-recommendation.page.tsx'

export const recommendationRoutes: Route[] = [
  listRecommendationsPage,
  showRecommendationPage,
  ...editRecommendationPages,
  ...followRecommendationPages,
  followUpPage,
]
