/**
 * The life of a version of the charter. There is at most one draft, and one version in force.
 *
 *   draft ─publish▶ published ─supersede▶ superseded
 *
 * `supersede` is taken by the publication of the next version: a project keeps the version it was opened with.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type CharterStatus = 'draft' | 'published' | 'superseded'
export type CharterStep = 'publish' | 'supersede'
type CharterFact = 'hasPoints'

export const charterWorkflow = defineWorkflow<CharterStatus, CharterStep, CharterFact>({
  initial: 'draft',
  steps: {
    publish: { from: ['draft'], to: 'published', requires: ['hasPoints'] },
    supersede: { from: ['published'], to: 'superseded' },
  },
})
