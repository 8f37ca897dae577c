/** The pages of the opening and of the evaluation. */
import type { Route } from '#platform/web.ts'
import { openCallPages } from '../opening/open-call.page.tsx'
import { agreeConsensusPage } from './agree-consensus.page.tsx'
import { awardCallPage } from './award-call.page.tsx'
import { evaluationPages } from './evaluation.page.tsx'
import { readProposalPages } from './read-proposal.pages.tsx'
import { scoreProposalPage } from './score-proposal.page.tsx'

export const evaluationRoutes: Route[] = [
  ...openCallPages,
  ...evaluationPages,
  ...readProposalPages,
  scoreProposalPage,
  agreeConsensusPage,
  awardCallPage,
]
