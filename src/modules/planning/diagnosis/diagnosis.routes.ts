/** The pages of the diagnosis: a commune's own, what the association reads, and the public one. */
import type { Route } from '#platform/web.ts'
import { answerAxisPage, autosaveAxisEndpoint } from './answer-axis.page.tsx'
import { answerOnlinePage, autosaveOnlineEndpoint } from './answer-online.page.tsx'
import { diagnosisPaperRoutes } from './diagnosis-papers.routes.ts'
import { moveDiagnosisPages } from './move-diagnosis.pages.tsx'
import { myDiagnosisPage, startDiagnosisAction } from './my-diagnosis.page.tsx'
import { publicDiagnosisPage } from './public-diagnosis.page.tsx'
import { showDiagnosisPage } from './show-diagnosis.page.tsx'
import { showResultPage } from './show-result.page.tsx'

export const diagnosisRoutes: Route[] = [
  publicDiagnosisPage,
  myDiagnosisPage,
  startDiagnosisAction,
  showDiagnosisPage,
  answerAxisPage,
  autosaveAxisEndpoint,
  answerOnlinePage,
  autosaveOnlineEndpoint,
  ...moveDiagnosisPages,
  showResultPage,
  ...diagnosisPaperRoutes,
]
