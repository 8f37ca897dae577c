/** How a version's status is kept: it moves when a change of its clauses, reviewed by two persons, takes effect. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { associationStaff, type Rule, systemOnly } from '#platform/policy.ts'
import type { FrameworkStatus, FrameworkVersion } from './framework.schema.ts'
import { type FrameworkFact, type FrameworkStep, frameworkWorkflow } from './framework.workflow.ts'

type Subject = Pick<FrameworkVersion, 'status'>

export const frameworkPolicy = {
  read: (actor, version) => version.status !== 'draft' || associationStaff(actor, version),
  publish: systemOnly,
  supersede: systemOnly,
} satisfies Record<FrameworkStep | 'read', Rule<Subject>>

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
    hasClauses: 'Le texte n’a aucune clause.',
  },
}
