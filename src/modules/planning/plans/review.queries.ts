/** Reading the yearly reviews of a plan. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { ActionState } from './plan.schema.ts'

export type PlanReview = Selectable<Tables['planning.planReview']>
export type ActionReview = Omit<Selectable<Tables['planning.planActionReview']>, 'state'> & {
  readonly state: ActionState
}

export type ReviewNote = Selectable<Tables['planning.planReviewNote']>

export interface Reviews {
  readonly years: readonly PlanReview[]
  readonly lines: readonly ActionReview[]
  /** What the other communes of a shared plan said: for them and the association. */
  readonly notes: readonly ReviewNote[]
}

export async function listReviews(db: Db, planId: string): Promise<Reviews> {
  const years = await db
    .selectFrom('planning.planReview')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('year', 'desc')
    .execute()
  const lines = await db
    .selectFrom('planning.planActionReview')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('year')
    .execute()
  const notes = await db
    .selectFrom('planning.planReviewNote')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('year')
    .orderBy('recordedAt')
    .execute()
  return { years, lines: lines as ActionReview[], notes }
}
