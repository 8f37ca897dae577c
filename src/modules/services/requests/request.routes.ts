/** Requests: what a citizen does with theirs, and what a town hall does with those it receives. */
import type { Route } from '#platform/web.ts'
import { answerRequestRoutes } from './answer-request.routes.tsx'
import { beginRequestPage } from './begin-request.page.tsx'
import { counterPage } from './counter.page.tsx'
import { decideRequestPage, proposeDecisionPage } from './decide-request.pages.tsx'
import { delaysPage } from './delays.page.tsx'
import { inboxPage } from './inbox.page.tsx'
import { batchAction, forgetFilterAction, saveFilterAction } from './inbox.routes.ts'
import { instructRequestPage } from './instruct-request.page.tsx'
import { lateRequestsPage } from './late-requests.page.tsx'
import { listRequestsPage } from './list-requests.page.tsx'
import {
  askCompletionPage,
  plainRequestActions,
  sendBackPage,
  setLabelsPage,
} from './move-request.pages.tsx'
import { askOpinionPage, giveOpinionPage } from './opinion.pages.tsx'
import {
  abandonDraftAction,
  completeRequestAction,
  readRequestPage,
  submitRequestAction,
  withdrawRequestAction,
} from './read-request.pages.tsx'
import { receiptRoute, requestFileEndpoint } from './request-papers.routes.ts'
import { showRequestPage } from './show-request.page.tsx'
import { trackRequestPage, typeTrackingCodePage } from './track-request.pages.tsx'

export const requestRoutes: readonly Route[] = [
  listRequestsPage,
  beginRequestPage,
  showRequestPage,
  ...answerRequestRoutes,
  readRequestPage,
  submitRequestAction,
  completeRequestAction,
  withdrawRequestAction,
  abandonDraftAction,
  receiptRoute,
  requestFileEndpoint,
  counterPage,
  inboxPage,
  lateRequestsPage,
  delaysPage,
  batchAction,
  saveFilterAction,
  forgetFilterAction,
  instructRequestPage,
  ...plainRequestActions,
  askCompletionPage,
  sendBackPage,
  setLabelsPage,
  proposeDecisionPage,
  decideRequestPage,
  askOpinionPage,
  giveOpinionPage,
  typeTrackingCodePage,
  trackRequestPage,
]
