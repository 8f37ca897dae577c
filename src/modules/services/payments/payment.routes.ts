/** Payments: taken at the counter, receipted, given back, added up. */
import type { Route } from '#platform/web.ts'
import { attemptsPage } from './mobile/attempts.page.tsx'
import {
  checkAttemptEndpoint,
  noticeEndpoints,
  payOnlineEndpoint,
  showAttemptPage,
} from './mobile/pay-online.routes.tsx'
import { quittanceRoute, receivePaymentPage } from './receive-payment.pages.tsx'
import { refundPaymentPage, returnAttemptPage } from './refund.pages.tsx'
import { takingsCsv, takingsPage } from './takings.pages.tsx'

export const paymentRoutes: readonly Route[] = [
  receivePaymentPage,
  quittanceRoute,
  refundPaymentPage,
  returnAttemptPage,
  takingsPage,
  takingsCsv,
  attemptsPage,
  payOnlineEndpoint,
  showAttemptPage,
  checkAttemptEndpoint,
  ...noticeEndpoints,
]
