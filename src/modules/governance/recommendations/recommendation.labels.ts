/** How the coded values of a recommendation read in French. */
import type { Tone } from '#web/components/index.tsx'
import { type Measure, measureNames, measures } from './measure.rules.ts'
import type { Addressee } from './recommendation.schema.ts'
import type { RecommendationStatus, RecommendationStep } from './recommendation.workflow.ts'

export const recommendationStatusLabels: Readonly<
  Record<RecommendationStatus, { label: string; tone: Tone }>
> = {
  proposed: { label: 'Proposée', tone: 'neutral' },
  adopted: { label: 'À engager', tone: 'warning' },
  inProgress: { label: 'En cours', tone: 'info' },
  done: { label: 'Faite', tone: 'success' },
  dropped: { label: 'Abandonnée', tone: 'neutral' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const recommendationStepLabels: Readonly<Record<RecommendationStep | 'create', string>> = {
  create: 'Recommandation proposée',
  adopt: 'Recommandation adoptée',
  withdraw: 'Proposition retirée',
  start: 'Travail engagé',
  complete: 'Recommandation faite',
  drop: 'Recommandation abandonnée',
  reopen: 'Recommandation reprise',
}

export const addresseeLabels: Readonly<Record<Addressee, string>> = {
  communes: 'Les communes',
  association: 'L’association',
  state: 'L’État',
  startups: 'Les startups',
  partners: 'Les partenaires',
}

export const measureLabels = Object.fromEntries(
  measureNames.map((name) => [name, measures[name].label]),
) as Readonly<Record<Measure, string>>
