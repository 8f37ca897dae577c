/** How the pages of a plan's file load it and open to whoever may follow it. */
import { listCommuneNames } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/web.ts'
import { mayFollow, planPolicy } from './plan.policy.ts'
import { getFullPlan, getPlan } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'

type PlanParams = { planId: string }

export const loadPlan = ({ planId }: PlanParams, { db }: Context) => getFullPlan(db, planId)
export const loadPlanRow = ({ planId }: PlanParams, { db }: Context) => getPlan(db, planId)

export const allowEdit = (actor: Actor, { plan }: Pick<FullPlan, 'plan'>) =>
  planPolicy.edit(actor, plan)

export interface NamedPlan {
  readonly full: FullPlan
  readonly names: ReadonlyMap<string, string>
}

export async function loadNamedPlan({ planId }: PlanParams, { db }: Context): Promise<NamedPlan> {
  const full = await getFullPlan(db, planId)
  const names = await listCommuneNames(db, [
    full.plan.communeId,
    ...full.partners.map(({ communeId }) => communeId),
  ])
  return { full, names }
}

export const followNamed = (actor: Actor, { full }: NamedPlan) => mayFollow(actor, full)
