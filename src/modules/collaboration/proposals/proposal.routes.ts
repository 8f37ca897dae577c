/** The pages of proposals, on the startup's side. */
import type { Route } from '#platform/web.ts'
import { attachFilePages } from './attach-file.page.tsx'
import { moveProposalPages } from './move-proposal.pages.tsx'
import { myProposalsPage } from './my-proposals.page.tsx'
import { ownProposalPage } from './own-proposal.page.tsx'
import { reopenProposalPage } from './reopen-proposal.page.tsx'
import { sealProposalPage } from './seal-proposal.page.tsx'
import { autosaveProposalEndpoint, writeProposalPage } from './write-proposal.page.tsx'

export const proposalRoutes: Route[] = [
  myProposalsPage,
  ownProposalPage,
  writeProposalPage,
  autosaveProposalEndpoint,
  ...attachFilePages,
  sealProposalPage,
  reopenProposalPage,
  ...moveProposalPages,
]
