/** The pages of calls. */
import type { Route } from '#platform/web.ts'
import { answerQuestionsPages } from './answer-questions.pages.tsx'
import { askQuestionPage } from './ask-question.page.tsx'
import { callFilePage } from './call-file.page.tsx'
import { autosaveCallEndpoint, editCallPage } from './edit-call.page.tsx'
import { listCallsPage } from './list-calls.page.tsx'
import { moveCallPages } from './move-call.pages.tsx'
import { myCallsPage } from './my-calls.page.tsx'
import { publishAddendumPage } from './publish-addendum.page.tsx'
import { showCallPage } from './show-call.page.tsx'
import { startCallPage } from './start-call.page.tsx'

export const callRoutes: Route[] = [
  listCallsPage,
  showCallPage,
  askQuestionPage,
  startCallPage,
  myCallsPage,
  callFilePage,
  editCallPage,
  autosaveCallEndpoint,
  ...moveCallPages,
  ...answerQuestionsPages,
  publishAddendumPage,
]
