/** A version of the model: draft ─publish─▶ published ─supersede─▶ superseded, when the next one is published. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import { defineWorkflow } from '#platform/workflow.ts'
import type { ModelLetter, ModelStatus } from './model-letter.schema.ts'

export type ModelStep = 'publish' | 'supersede'
export type ModelFact = 'reasonIsGiven' | 'hasDates'

export const modelWorkflow = defineWorkflow<ModelStatus, ModelStep, ModelFact>({
  initial: 'draft',
  steps: {
    publish: { from: ['draft'], to: 'published', requires: ['reasonIsGiven', 'hasDates'] },
    supersede: { from: ['published'], to: 'superseded' },
  },
})

export const modelPolicy = {
  publish: associationStaff,
  supersede: associationStaff,
  edit: (actor, model) => associationStaff(actor, model) && model.status === 'draft',
  read: (actor, model) => model.status !== 'draft' || associationStaff(actor, model),
} satisfies Record<ModelStep | 'edit' | 'read', Rule<Pick<ModelLetter, 'status'>>>

export const modelLifecycle: Lifecycle<ModelLetter, ModelStatus, ModelStep, ModelFact> = {
  kind: 'modelLetter',
  table: 'planning.modelLetter',
  historyTable: 'planning.modelLetterEvent',
  workflow: modelWorkflow,
  policy: modelPolicy,
  historyOf: ({ id }) => ({ modelLetterId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    reasonIsGiven: 'Dites d’abord ce qui change et pourquoi : chaque commune le lira.',
    hasDates: 'Donnez au moins une date au calendrier.',
  },
}
