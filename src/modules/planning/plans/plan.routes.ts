/** The pages of master plans. */
import type { Route } from '#platform/web.ts'
import { axesPage } from './axes.page.tsx'
import { calendarPage, reschedulePage } from './calendar.page.tsx'
import { actionActs, editActionPage, newActionPage } from './edit-action.pages.tsx'
import { editCostPage } from './edit-cost.page.tsx'
import { editFramePage } from './edit-frame.page.tsx'
import { editSectionPage } from './edit-section.page.tsx'
import { financingPage } from './financing.page.tsx'
import { historyPage } from './history.page.tsx'
import { indicatorPages } from './indicators.pages.tsx'
import { libraryActionPage, libraryPage } from './library.pages.tsx'
import { libraryPickerPage, pickAction } from './library-picker.page.tsx'
import { listPlansPage } from './list-plans.page.tsx'
import { movePlanPages } from './move-plan.pages.tsx'
import { myPlansPage } from './my-plans.page.tsx'
import { partnerPages } from './partners.pages.tsx'
import { planPaperRoutes } from './plan-papers.routes.ts'
import { planRulePage } from './plan-rule.page.tsx'
import { portfolioPage } from './portfolio.page.tsx'
import { publicPlanPage } from './public-plan.page.tsx'
import { regeneratePage } from './regenerate.page.tsx'
import { reviewPage } from './review.page.tsx'
import { reviewNotePages } from './review-note.pages.tsx'
import { riskPages } from './risks.pages.tsx'
import { showActionPage } from './show-action.page.tsx'
import { showPlanPage } from './show-plan.page.tsx'
import { simulatePlanPage } from './simulate-plan.page.tsx'
import { startPlanPage } from './start-plan.page.tsx'
import { textsPage } from './texts.page.tsx'
import { compareVersionsPage, keepVersionAction, versionsPage } from './versions.pages.tsx'

export const planRoutes: Route[] = [
  ...[listPlansPage, planRulePage, libraryPage, libraryActionPage, editCostPage, publicPlanPage],
  ...[myPlansPage, startPlanPage, showPlanPage, textsPage, editSectionPage, editFramePage],
  ...[axesPage, portfolioPage, libraryPickerPage, pickAction, newActionPage, showActionPage],
  ...[editActionPage, ...actionActs, calendarPage, reschedulePage, simulatePlanPage],
  ...[...riskPages, ...indicatorPages, financingPage, ...partnerPages, reviewPage],
  ...reviewNotePages,
  ...[versionsPage, keepVersionAction, compareVersionsPage, historyPage, regeneratePage],
  ...movePlanPages,
  ...planPaperRoutes,
]
