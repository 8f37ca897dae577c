/**
 * The life of a recommendation: proposed while its session meets, adopted when the report of the session is published.
 *
 *   proposed ─adopt─▶ adopted ─start─▶ inProgress ─complete─▶ done
 *      └withdraw▶ withdrawn  └──complete, drop──▶ ◀──reopen── done, dropped
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type RecommendationStatus =
  | 'proposed'
  | 'adopted'
  | 'inProgress'
  | 'done'
  | 'dropped'
  | 'withdrawn'
export type RecommendationStep = 'adopt' | 'withdraw' | 'start' | 'complete' | 'drop' | 'reopen'
export type RecommendationFact = 'reportIsPublished' | 'hasEvidence' | 'reasonIsGiven'

export const recommendationWorkflow = defineWorkflow<
  RecommendationStatus,
  RecommendationStep,
  RecommendationFact
>({
  initial: 'proposed',
  steps: {
    adopt: { from: ['proposed'], to: 'adopted', requires: ['reportIsPublished'] },
    withdraw: { from: ['proposed'], to: 'withdrawn', requires: ['reasonIsGiven'] },
    start: { from: ['adopted'], to: 'inProgress' },
    complete: { from: ['adopted', 'inProgress'], to: 'done', requires: ['hasEvidence'] },
    drop: { from: ['adopted', 'inProgress'], to: 'dropped', requires: ['reasonIsGiven'] },
    reopen: { from: ['done', 'dropped'], to: 'inProgress', requires: ['reasonIsGiven'] },
  },
})
