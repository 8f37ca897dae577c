/** A version of the framework: draft ─publish─▶ published ─supersede─▶ superseded, when the next one is published. */
import { defineWorkflow } from '#platform/workflow.ts'
import type { FrameworkStatus } from './framework.schema.ts'

export type FrameworkStep = 'publish' | 'supersede'
export type FrameworkFact = 'hasClauses'

export const frameworkWorkflow = defineWorkflow<FrameworkStatus, FrameworkStep, FrameworkFact>({
  initial: 'draft',
  steps: {
    publish: {
      from: ['draft'],
      to: 'published',
      requires: ['hasClauses'],
    },
    supersede: { from: ['published'], to: 'superseded' },
  },
})
