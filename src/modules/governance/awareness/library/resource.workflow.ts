/**
 * The life of a resource of the library.
 *
 *   draft ─propose─▶ proposed ─publish─▶ published ─withdraw─▶ withdrawn
 *    │  ◀──sendBack────┘                    ▲                     │
 *    ├────────────────publish───────────────┘                     │
 *    └◀────────────────────────resume────────────────────────────┘
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ResourceStatus = 'draft' | 'proposed' | 'published' | 'withdrawn'
export type ResourceStep = 'propose' | 'sendBack' | 'publish' | 'withdraw' | 'resume'
export type ResourceFact = 'isWhole' | 'sidesAgree' | 'reasonIsGiven'

export const resourceWorkflow = defineWorkflow<ResourceStatus, ResourceStep, ResourceFact>({
  initial: 'draft',
  steps: {
    propose: { from: ['draft'], to: 'proposed', requires: ['isWhole'] },
    sendBack: { from: ['proposed'], to: 'draft', requires: ['reasonIsGiven'] },
    /** The association publishes its own drafts without proposing them to itself. */
    publish: { from: ['draft', 'proposed'], to: 'published', requires: ['isWhole', 'sidesAgree'] },
    withdraw: { from: ['published'], to: 'withdrawn', requires: ['reasonIsGiven'] },
    resume: { from: ['withdrawn'], to: 'draft' },
  },
})
