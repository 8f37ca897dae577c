/** How the coded values of a resource read in French. */
import type { Tone } from '#web/components/index.tsx'
import type { ResourceKind } from './resource.schema.ts'
import type { ResourceStatus, ResourceStep } from './resource.workflow.ts'

export const resourceKindLabels: Readonly<Record<ResourceKind, string>> = {
  sheet: 'Fiche',
  video: 'Vidéo',
  caseStudy: 'Étude de cas',
  experience: 'Expérience d’une commune',
  document: 'Document',
}

export const resourceStatusLabels: Readonly<Record<ResourceStatus, { label: string; tone: Tone }>> =
  {
    draft: { label: 'Brouillon', tone: 'neutral' },
    proposed: { label: 'En relecture', tone: 'warning' },
    published: { label: 'Publiée', tone: 'success' },
    withdrawn: { label: 'Retirée', tone: 'neutral' },
  }

/** How a step of the history reads, in the past. */
export const resourceStepLabels: Readonly<Record<ResourceStep | 'create', string>> = {
  create: 'Ressource ouverte',
  propose: 'Ressource envoyée à la relecture',
  sendBack: 'Ressource renvoyée à son auteur',
  publish: 'Ressource publiée',
  withdraw: 'Ressource retirée',
  resume: 'Ressource reprise',
}
