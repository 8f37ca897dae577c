/** The pages of connectivity. */
import type { Route } from '#platform/web.ts'
import { communeConnectivityPage } from './commune-connectivity.page.tsx'
import { connectivityPaperRoutes } from './connectivity-paper.routes.ts'
import { editAssumptionPage, listAssumptionsPage } from './edit-assumption.pages.tsx'
import { addLinkPage, editLinkPage } from './edit-link.pages.tsx'
import { editOutagePage, recordOutagePage } from './edit-outage.pages.tsx'
import { addSitePage, editSitePage } from './edit-site.pages.tsx'
import { importMeasurementsPages } from './import-measurements.pages.tsx'
import { editProviderPage, listProvidersPage } from './keep-providers.pages.tsx'
import { measurePage } from './measure.page.tsx'
import { nationalPage } from './national.page.tsx'
import { ownConnectivityPage } from './own-connectivity.page.tsx'
import { publishedSitesRoutes } from './published-sites.endpoint.ts'
import { recordRoutes } from './record.routes.ts'
import { showAssumptionsPage } from './show-assumptions.page.tsx'
import { showSitePage } from './show-site.page.tsx'
import { speedTestRoutes } from './speed-test.routes.ts'

export const connectivityRoutes: Route[] = [
  nationalPage,
  showAssumptionsPage,
  communeConnectivityPage,
  ...publishedSitesRoutes,
  ...connectivityPaperRoutes,
  ownConnectivityPage,
  listAssumptionsPage,
  editAssumptionPage,
  listProvidersPage,
  editProviderPage,
  ...importMeasurementsPages,
  addSitePage,
  showSitePage,
  editSitePage,
  addLinkPage,
  editLinkPage,
  recordOutagePage,
  editOutagePage,
  measurePage,
  ...recordRoutes,
  ...speedTestRoutes,
]
