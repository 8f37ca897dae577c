/** The pages and files of indicators. */
import type { Route } from '#platform/web.ts'
import { communeIndicatorsPage } from './commune-indicators.page.tsx'
import { communeIndicatorsCsv, indicatorCsv } from './indicator-csv.endpoint.ts'
import { recountIndicatorsAction } from './recount-indicators.action.ts'
import { showIndicatorPage } from './show-indicator.page.tsx'
import { showIndicatorsPage } from './show-indicators.page.tsx'
import { yearlyReportRoutes } from './yearly-report.routes.ts'

export const indicatorRoutes: Route[] = [
  showIndicatorsPage,
  showIndicatorPage,
  indicatorCsv,
  communeIndicatorsPage,
  communeIndicatorsCsv,
  recountIndicatorsAction,
  ...yearlyReportRoutes,
]
