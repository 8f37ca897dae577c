/** The front door of services. */
import type { Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { actRoutes } from './acts/act.routes.ts'
import { editorRoutes } from './editor/editor.routes.ts'
import { forgetDocuments } from './govstack/document.actions.ts'
import { govstackRoutes } from './govstack/govstack.routes.ts'
import { communeServicesPage } from './inventory/commune-services.page.tsx'
import { declareLevelsPage } from './inventory/declare-levels.page.tsx'
import { deliverServices } from './inventory/deliver-services.ts'
import { editOfferPage } from './inventory/edit-offer.page.tsx'
import { annulFeePage, recordFeePage } from './inventory/fee.pages.tsx'
import { inventoryCsv } from './inventory/inventory.endpoint.ts'
import { listServicesPage } from './inventory/list-services.page.tsx'
import { matrixPage } from './inventory/matrix.page.tsx'
import { ownServicesPage } from './inventory/own-services.page.tsx'
import { showServicePage } from './inventory/show-service.page.tsx'
import { hastenReturn } from './payments/mobile/give-back.actions.ts'
import { reconcileAttempts } from './payments/mobile/reconcile.ts'
import { paymentRoutes } from './payments/payment.routes.ts'
import { smsEndpoint } from './phone/sms.endpoint.ts'
import { ussdEndpoint } from './phone/ussd.endpoint.ts'
import { followOpening, followSuspension } from './procedures/follow-procedure.ts'
import { listProceduresPage } from './procedures/list-procedures.page.tsx'
import { paperFormRoute, showProcedurePage } from './procedures/show-procedure.page.tsx'
import { reportRoutes } from './reports/report.routes.ts'
import { reportSchedules } from './reports/report.schedules.ts'
import { requestRoutes } from './requests/request.routes.ts'
import { requestSchedules } from './requests/request.schedules.ts'
import { trialSchedules } from './trials/trial.actions.ts'
import { trialRoutes } from './trials/trial.routes.ts'

export { communeServicesSection } from './inventory/commune-services-section.view.tsx'
export { isDigital, type Level, levels } from './inventory/level.rules.ts'
export { type LevelPeriod, listLevelPeriods } from './inventory/level-periods.queries.ts'
export { nameService } from './inventory/listed-service.ts'
export { listOffersOfCommune, listOffersOfService } from './inventory/offer.queries.ts'
export { publishedOffers } from './inventory/published-offers.dataset.ts'
export { type Offer, places, type Sheet } from './inventory/service.schema.ts'
export { getSheet, listSheets } from './inventory/sheet.queries.ts'
export { findReportNotice, findRequestNotice } from './notices.queries.ts'
export { startFedapaySimulator } from './payments/mobile/fedapay-simulator.ts'
export { startKkiapaySimulator } from './payments/mobile/kkiapay-simulator.ts'
export { createFromLibrary } from './procedures/library.facts.ts'
export type { Definition } from './procedures/procedure.types.ts'
export { communeReportsSection } from './reports/commune-reports-section.view.tsx'
export { toPublicReport } from './reports/public-report.rules.ts'
export { publishedReports } from './reports/published-reports.dataset.ts'
export {
  type FollowedRequest,
  getFollowedRequest,
  listFollowedRequests,
  listRequestChanges,
} from './requests/followed-request.queries.ts'
export { requestStatuses } from './requests/request.workflow.ts'
export { listRequestWords } from './requests/request-words.rules.ts'
export { listRequestHistory } from './requests/thread.queries.ts'
export { servicesSpace } from './services.space.ts'
export { servicesTables } from './services-tables.ts'

export const servicesRoutes: Route[] = [
  listServicesPage,
  matrixPage,
  inventoryCsv,
  showServicePage,
  communeServicesPage,
  ownServicesPage,
  declareLevelsPage,
  annulFeePage,
  recordFeePage,
  editOfferPage,
  listProceduresPage,
  showProcedurePage,
  paperFormRoute,
  ...editorRoutes,
  ...trialRoutes,
  ...requestRoutes,
  ...actRoutes,
  ...paymentRoutes,
  ...reportRoutes,
  ussdEndpoint,
  smsEndpoint,
  ...govstackRoutes,
]

export const servicesSubscribers: Subscribers = {
  'project.deliverServices': [deliverServices],
  'procedure.open': [followOpening],
  'procedure.resume': [followOpening],
  'procedure.suspend': [followSuspension],
  'paymentAttempt.askReturn': [hastenReturn],
}

export const servicesSchedules = [
  ...trialSchedules,
  ...requestSchedules,
  { name: 'forget-documents', pattern: '40 3 * * *', work: forgetDocuments },
  ...reportSchedules,
  { name: 'reconcile-payments', pattern: '*/5 * * * *', work: reconcileAttempts },
]
