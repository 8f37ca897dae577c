/** How a receiver's status is kept, in the journal of its organisation. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import { receiverPolicy } from './webhook.policy.ts'
import { type ReceiverStatus, type ReceiverStep, receiverWorkflow } from './webhook.workflow.ts'

export type Receiver = Omit<Selectable<Tables['opendata.webhookReceiver']>, 'status'> & {
  readonly status: ReceiverStatus
}

export const receiverLifecycle: Lifecycle<Receiver, ReceiverStatus, ReceiverStep, never> = {
  kind: 'webhook',
  table: 'opendata.webhookReceiver',
  historyTable: 'opendata.webhookReceiverEvent',
  workflow: receiverWorkflow,
  policy: receiverPolicy,
  historyOf: ({ id, organisationId }) => ({ receiverId: id, ownerId: organisationId }),
  journalOf: ({ organisationId }) => organisationId,
  missing: {},
}
