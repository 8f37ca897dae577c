/** Reading the yearly reviews of a plan. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { ActionState } from './plan.schema.ts'

export type PlanReview = Selectable<Tables['planning.planReview']>
export type ActionReview = Omit<Selectable<Tables['planning.planActionReview']>, 'state'> & {
  readonly state: ActionState
}

export interface Reviews {
  readonly years: readonly PlanReview[]
  readonly lines: readonly ActionReview[]
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
  return { years, lines: lines as ActionReview[] }
}
