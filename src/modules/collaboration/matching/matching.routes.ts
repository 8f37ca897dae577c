/** The pages of the matching: for communes, for startups, and for whoever wants to check it. */
import { compatibleNeedsPage, solutionNeedsPage } from './compatible-needs.page.tsx'
import { editWeightsPage } from './edit-weights.page.tsx'
import { explainRankingPage } from './explain-ranking.page.tsx'
import { matchSolutionsPage } from './match-solutions.page.tsx'

export const matchingRoutes = [
  matchSolutionsPage,
  solutionNeedsPage,
  compatibleNeedsPage,
  explainRankingPage,
  editWeightsPage,
]
