/** How a recommendation's status is kept, in the journal of the association. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import type { Recommendation } from './recommendation.schema.ts'
import {
  type RecommendationFact,
  type RecommendationStatus,
  type RecommendationStep,
  recommendationWorkflow,
} from './recommendation.workflow.ts'

export const recommendationLifecycle: Lifecycle<
  Recommendation,
  RecommendationStatus,
  RecommendationStep,
  RecommendationFact
> = {
  kind: 'recommendation',
  table: 'governance.recommendation',
  historyTable: 'governance.recommendationEvent',
  workflow: recommendationWorkflow,
  policy: recommendationPolicy,
  historyOf: ({ id }) => ({ recommendationId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    reportIsPublished:
      'Une recommandation est adoptée quand le compte rendu de sa session est publié.',
    hasEvidence: 'Ajoutez d’abord une preuve : ce qui montre que c’est fait.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}
