/** How the coded values of a project read in French. */
import type { Tone } from '#web/components/index.tsx'
import type { MilestoneStatus, MilestoneStep } from './milestone.workflow.ts'
import type { ProjectEntry } from './project.schema.ts'
import type { ProjectStatus, ProjectStep } from './project.workflow.ts'

interface Label {
  readonly label: string
  readonly tone: Tone
}

export const projectStatusLabels: Record<ProjectStatus, Label> = {
  preparing: { label: 'En préparation', tone: 'neutral' },
  running: { label: 'En cours', tone: 'info' },
  suspended: { label: 'Suspendu', tone: 'warning' },
  closed: { label: 'Clos', tone: 'success' },
  abandoned: { label: 'Abandonné', tone: 'danger' },
}

/** How a step of the history reads, in the past. */
export const projectStepLabels: Record<ProjectStep | 'create', string> = {
  create: 'Projet ouvert',
  start: 'Projet démarré',
  suspend: 'Projet suspendu',
  resume: 'Projet repris',
  abandon: 'Projet abandonné',
  close: 'Projet clos',
}

export const milestoneStatusLabels: Record<MilestoneStatus, Label> = {
  planned: { label: 'Prévu', tone: 'neutral' },
  delivered: { label: 'Livré, à recetter', tone: 'info' },
  accepted: { label: 'Accepté', tone: 'success' },
  partlyAccepted: { label: 'Accepté avec réserves', tone: 'warning' },
  refused: { label: 'Refusé', tone: 'danger' },
}

export const milestoneStepLabels: Record<MilestoneStep, string> = {
  deliver: 'Livré',
  accept: 'Recette sans réserve',
  acceptPartly: 'Recette avec réserves',
  refuse: 'Recette refusée',
  liftReserves: 'Réserves levées',
}

export const entryLabels: Record<ProjectEntry['kind'], string> = {
  risk: 'Risque',
  incident: 'Incident',
  decision: 'Décision',
  message: 'Message',
}
