/** The pages by which a commune writes its procedures. */
import type { Route } from '#platform/web.ts'
import { addQuestionPage, chooseTypePage } from './add-question.pages.tsx'
import { moveElementAction, removeElementAction } from './arrange.routes.ts'
import { editActPage } from './edit-act.page.tsx'
import { editDelayPage } from './edit-delay.page.tsx'
import { editFeePage } from './edit-fee.page.tsx'
import { editPapersPage } from './edit-papers.page.tsx'
import { editPresentationPage } from './edit-presentation.page.tsx'
import { editQuestionPage } from './edit-question.pages.tsx'
import { editRoutingPage } from './edit-routing.page.tsx'
import { addScreenPage, editScreenPage } from './edit-screen.pages.tsx'
import { exportProcedureEndpoint } from './export-procedure.endpoint.ts'
import { importProcedurePage } from './import-procedure.page.tsx'
import { listOwnProceduresPage } from './list-own-procedures.page.tsx'
import { publishAction, resumeAction, suspendPage } from './move-procedure.pages.tsx'
import { showDraftPage } from './show-draft.page.tsx'
import { showVersionPage } from './show-version.page.tsx'
import { startProcedurePage } from './start-procedure.page.tsx'

export const editorRoutes: readonly Route[] = [
  listOwnProceduresPage,
  startProcedurePage,
  importProcedurePage,
  showDraftPage,
  exportProcedureEndpoint,
  publishAction,
  suspendPage,
  resumeAction,
  editPresentationPage,
  editPapersPage,
  editFeePage,
  editRoutingPage,
  editDelayPage,
  editActPage,
  addScreenPage,
  editScreenPage,
  chooseTypePage,
  addQuestionPage,
  editQuestionPage,
  moveElementAction,
  removeElementAction,
  showVersionPage,
]
