/** Payments: taken at the counter, receipted, given back, added up. */
import type { Route } from '#platform/web.ts'
import { attemptsPage } from './mobile/attempts.page.tsx'
import {
  checkAttemptEndpoint,
  noticeEndpoint,
  payOnlineEndpoint,
  showAttemptPage,
} from './mobile/pay-online.routes.tsx'
import { quittanceRoute, receivePaymentPage, refundPaymentPage } from './receive-payment.pages.tsx'
import { takingsCsv, takingsPage } from './takings.pages.tsx'

export const paymentRoutes: readonly Route[] = [
  receivePaymentPage,
  quittanceRoute,
  refundPaymentPage,
  takingsPage,
  takingsCsv,
  attemptsPage,
  payOnlineEndpoint,
  showAttemptPage,
  checkAttemptEndpoint,
  noticeEndpoint,
]
