/** The pages of projects: the public ones, and those of their two sides. */
import type { Route } from '#platform/web.ts'
import { autosavePointEndpoint, editPointPage } from './edit-point.page.tsx'
import { editPresentationPage } from './edit-presentation.page.tsx'
import { evaluateProjectPage } from './evaluate-project.page.tsx'
import { indicatorsPage } from './indicators.page.tsx'
import { journalPages } from './journal.pages.tsx'
import { listProjectsPage } from './list-projects.page.tsx'
import { messagesPage } from './messages.page.tsx'
import { moveMilestonePages } from './move-milestone.pages.tsx'
import { moveProjectPages } from './move-project.pages.tsx'
import { myProjectsPage } from './my-projects.page.tsx'
import { openFromAgreementAction } from './open-from-agreement.action.ts'
import { planPages } from './plan.pages.tsx'
import { projectFilePage } from './project-file.page.tsx'
import { deliveredFileEndpoint, showMilestonePage } from './show-milestone.page.tsx'
import { showProjectPage } from './show-project.page.tsx'
import { startProjectPage } from './start-project.page.tsx'

export const projectRoutes: Route[] = [
  listProjectsPage,
  showProjectPage,
  myProjectsPage,
  startProjectPage,
  openFromAgreementAction,
  projectFilePage,
  editPresentationPage,
  editPointPage,
  autosavePointEndpoint,
  ...planPages,
  ...moveProjectPages,
  showMilestonePage,
  deliveredFileEndpoint,
  ...moveMilestonePages,
  ...journalPages,
  messagesPage,
  indicatorsPage,
  evaluateProjectPage,
]
