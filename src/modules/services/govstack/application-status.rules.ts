/** Where a request stands, in the four words of the standard; ours says more, beside it. */
import { requestStatusLabels } from '../requests/request.labels.ts'
import type { RequestStatus } from '../requests/request.workflow.ts'

export const standardStatuses = ['PENDING', 'APPROVED', 'SENDBACK', 'REJECTED'] as const
export type StandardStatus = (typeof standardStatuses)[number]

const codes: Readonly<Record<RequestStatus, StandardStatus>> = {
  draft: 'PENDING',
  received: 'PENDING',
  inReview: 'PENDING',
  proposed: 'PENDING',
  incomplete: 'SENDBACK',
  accepted: 'APPROVED',
  closed: 'APPROVED',
  refused: 'REJECTED',
  // The standard has no word for it; the title says « Retirée ».
  withdrawn: 'REJECTED',
}

export function writeStatus(status: RequestStatus) {
  return { code: codes[status], title: requestStatusLabels[status], step: status }
}

export function listStatusesOf(code: StandardStatus): RequestStatus[] {
  return (Object.keys(codes) as RequestStatus[]).filter(
    (status) => status !== 'draft' && codes[status] === code,
  )
}

/** Nothing more is awaited of anybody. */
export function hasEnded(status: RequestStatus): boolean {
  return status === 'refused' || status === 'closed' || status === 'withdrawn'
}
