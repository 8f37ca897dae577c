/**
 * The life of a project, from its preparation to its closing.
 *
 *   preparing ─start▶ running ─close▶ closed
 *       │              │  ▲
 *       │         suspend resume
 *       │              ▼  │
 *       │           suspended
 *       └────── abandon ┴──▶ abandoned   (from preparing, running and suspended)
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ProjectStatus = 'preparing' | 'running' | 'suspended' | 'closed' | 'abandoned'
export type ProjectStep = 'start' | 'suspend' | 'resume' | 'abandon' | 'close'
export type ProjectFact =
  | 'charterIsComplete'
  | 'planIsWhole'
  | 'reasonIsGiven'
  | 'milestonesAreAccepted'
  | 'bothHaveEvaluated'

export const projectWorkflow = defineWorkflow<ProjectStatus, ProjectStep, ProjectFact>({
  initial: 'preparing',
  steps: {
    start: {
      from: ['preparing'],
      to: 'running',
      requires: ['charterIsComplete', 'planIsWhole'],
    },
    suspend: { from: ['running'], to: 'suspended', requires: ['reasonIsGiven'] },
    resume: { from: ['suspended'], to: 'running' },
    abandon: {
      from: ['preparing', 'running', 'suspended'],
      to: 'abandoned',
      requires: ['reasonIsGiven'],
    },
    close: {
      from: ['running'],
      to: 'closed',
      requires: ['milestonesAreAccepted', 'bothHaveEvaluated'],
    },
  },
})
