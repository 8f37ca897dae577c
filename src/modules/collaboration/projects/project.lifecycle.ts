/** How a project's status is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { projectPolicy } from './project.policy.ts'
import type { Project } from './project.schema.ts'
import {
  type ProjectFact,
  type ProjectStatus,
  type ProjectStep,
  projectWorkflow,
} from './project.workflow.ts'

export const projectLifecycle: Lifecycle<Project, ProjectStatus, ProjectStep, ProjectFact> = {
  kind: 'project',
  table: 'collaboration.project',
  historyTable: 'collaboration.projectEvent',
  workflow: projectWorkflow,
  policy: projectPolicy,
  historyOf: ({ id, communeId, startupId }) => ({
    projectId: id,
    communeId,
    ...(startupId !== null && { startupId }),
  }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    charterIsComplete: 'Des points obligatoires de la charte sont encore vides.',
    planIsWhole:
      'Les poids et les parts de paiement des jalons doivent chacun faire 100 % en tout.',
    reasonIsGiven: 'Indiquez le motif.',
    milestonesAreAccepted: 'Chaque jalon doit être accepté, ses réserves levées.',
    bothHaveEvaluated: 'Chaque partie écrit son évaluation avant la clôture.',
  },
}
