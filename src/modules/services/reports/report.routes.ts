/** The pages of reports: everybody's, the town hall's, and what machines read. */
import type { Route } from '#platform/web.ts'
import { open311Routes } from './open311/open311.routes.ts'
import { communeReportsPage } from './public/commune-reports.page.tsx'
import { figuresPage } from './public/figures.page.tsx'
import { contestReportPage, followReportPage } from './public/follow-report.pages.tsx'
import { listReportCommunesPage } from './public/list-communes.page.tsx'
import { reportReceiptRoute } from './public/report-receipt.routes.ts'
import { reportDataRoutes } from './public/reports.endpoint.ts'
import { sendReportPage } from './public/send-report.page.tsx'
import {
  publicPhotoEndpoint,
  showReportPage,
  supportReportAction,
} from './public/show-report.page.tsx'
import {
  assignReportPage,
  mergeReportPage,
  moderateReportPage,
} from './treat/arrange-report.pages.tsx'
import { chooseCategoriesPage } from './treat/choose-categories.page.tsx'
import { reportInboxPage } from './treat/inbox.page.tsx'
import {
  plainReportActions,
  rejectReportPage,
  reopenReportPage,
  reportPhotoEndpoint,
  resolveReportPage,
} from './treat/move-report.pages.tsx'
import { treatReportPage } from './treat/treat-report.page.tsx'

export const reportRoutes: Route[] = [
  listReportCommunesPage,
  communeReportsPage,
  sendReportPage,
  figuresPage,
  ...reportDataRoutes,
  followReportPage,
  contestReportPage,
  reportReceiptRoute,
  showReportPage,
  supportReportAction,
  publicPhotoEndpoint,
  reportInboxPage,
  chooseCategoriesPage,
  treatReportPage,
  ...plainReportActions,
  resolveReportPage,
  rejectReportPage,
  reopenReportPage,
  reportPhotoEndpoint,
  assignReportPage,
  mergeReportPage,
  moderateReportPage,
  ...open311Routes,
]
