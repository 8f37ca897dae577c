/** The pages of receivers. */
import type { Route } from '#platform/web.ts'
import { addReceiverPage, changeReceiverPage } from './edit-receiver.pages.tsx'
import { webhookGuidePage } from './guide.page.tsx'
import { listReceiversPage } from './list-receivers.page.tsx'
import { receiverActs } from './receiver-acts.routes.ts'
import { showDeliveryPage } from './show-delivery.page.tsx'
import { showReceiverPage } from './show-receiver.page.tsx'
import { shownSecretPage } from './shown-secret.page.tsx'

export const webhookRoutes: Route[] = [
  listReceiversPage,
  addReceiverPage,
  showReceiverPage,
  changeReceiverPage,
  shownSecretPage,
  showDeliveryPage,
  ...receiverActs,
  webhookGuidePage,
]
