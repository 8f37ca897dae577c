/** How a complaint's status is kept, and who answers it. */
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { Complaint } from './complaint.queries.ts'
import type { ComplaintStatus } from './complaint.rules.ts'
import { type ComplaintFact, type ComplaintStep, complaintWorkflow } from './complaint.workflow.ts'

const isExecutive = (actor: Actor, { communeId }: Pick<Complaint, 'communeId'>) =>
  worksFor(actor, communeId, 'secretary', 'mayor')

export const complaintLifecycle: Lifecycle<
  Complaint,
  ComplaintStatus,
  ComplaintStep,
  ComplaintFact
> = {
  kind: 'complaint',
  table: 'collaboration.complaint',
  historyTable: 'collaboration.complaintEvent',
  workflow: complaintWorkflow,
  policy: { uphold: isExecutive, dismiss: isExecutive },
  historyOf: ({ id, communeId, startupId }) => ({ complaintId: id, communeId, startupId }),
  journalOf: ({ communeId }) => communeId,
  missing: { reasonIsGiven: 'Motivez la réponse.' },
}
