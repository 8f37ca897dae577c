/** How a resource's status is kept, in the journal of whoever wrote it. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { resourcePolicy } from './resource.policy.ts'
import type { Resource } from './resource.schema.ts'
import {
  type ResourceFact,
  type ResourceStatus,
  type ResourceStep,
  resourceWorkflow,
} from './resource.workflow.ts'

export const resourceLifecycle: Lifecycle<Resource, ResourceStatus, ResourceStep, ResourceFact> = {
  kind: 'resource',
  table: 'governance.resource',
  historyTable: 'governance.resourceEvent',
  workflow: resourceWorkflow,
  policy: resourcePolicy,
  historyOf: ({ id }) => ({ resourceId: id }),
  journalOf: ({ authorOrganisationId }) => authorOrganisationId,
  missing: {
    isWhole: 'Complétez-la : son contenu, ses domaines, à qui elle s’adresse.',
    sidesAgree: 'La commune et la startup n’ont pas encore accepté ce texte.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}
