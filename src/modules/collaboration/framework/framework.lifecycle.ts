/** How a version's status is kept, and who may write it: the association, for everybody. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { FrameworkStatus, FrameworkVersion } from './framework.schema.ts'
import { type FrameworkFact, type FrameworkStep, frameworkWorkflow } from './framework.workflow.ts'

type Subject = Pick<FrameworkVersion, 'status'>

export const frameworkPolicy = {
  read: (actor, version) => version.status !== 'draft' || associationStaff(actor, version),
  edit: (actor, version) => version.status === 'draft' && associationStaff(actor, version),
  publish: associationStaff,
  supersede: associationStaff,
} satisfies Record<FrameworkStep | 'read' | 'edit', Rule<Subject>>

export const frameworkLifecycle: Lifecycle<
  FrameworkVersion,
  FrameworkStatus,
  FrameworkStep,
  FrameworkFact
> = {
  kind: 'framework',
  table: 'collaboration.frameworkVersion',
  historyTable: 'collaboration.frameworkEvent',
  workflow: frameworkWorkflow,
  policy: frameworkPolicy,
  historyOf: ({ id }) => ({ frameworkVersionId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    changesAreSummarised: 'Résumez ce qui change : les adhérents le liront.',
    hasClauses: 'Le texte n’a aucune clause.',
  },
}
