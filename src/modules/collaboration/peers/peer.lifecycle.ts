/** How the status of a question between communes is kept. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { peerPolicy } from './peer.policy.ts'
import type { PeerEnquiry } from './peer.schema.ts'
import { type PeerStatus, type PeerStep, peerWorkflow } from './peer.workflow.ts'

export const peerLifecycle: Lifecycle<PeerEnquiry, PeerStatus, PeerStep, never> = {
  kind: 'peerEnquiry',
  table: 'collaboration.peerEnquiry',
  historyTable: 'collaboration.peerEvent',
  workflow: peerWorkflow,
  policy: peerPolicy,
  historyOf: ({ id, askingCommuneId, askedCommuneId }) => ({
    enquiryId: id,
    askingCommuneId,
    askedCommuneId,
  }),
  journalOf: (enquiry) => enquiry.askingCommuneId,
  missing: {},
}
