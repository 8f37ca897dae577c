/** Reading master plans: one whole, a commune's, and the one in force. Row-level security says which of them one sees. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { FullPlan, Plan, PlanAction, PlanPartner } from './plan.schema.ts'

export async function getPlan(db: Db, planId: string): Promise<Plan> {
  const row = await selectPlans(db).where('id', '=', planId).executeTakeFirst()
  return orNotFound(row as Plan | undefined)
}

export async function getFullPlan(db: Db, planId: string): Promise<FullPlan> {
  return addParts(db, await getPlan(db, planId))
}

/** The plan that the commune leads or shares in; its own before one that it shares. */
export async function findPlanInForce(db: Db, communeId: string): Promise<FullPlan | undefined> {
  const row = await selectPlans(db)
    .where('status', '=', 'inForce')
    .where((plan) =>
      plan.or([
        plan('communeId', '=', communeId),
        plan.exists(
          plan
            .selectFrom('planning.planPartner as partner')
            .select('partner.planId')
            .whereRef('partner.planId', '=', 'planning.plan.id')
            .where('partner.communeId', '=', communeId)
            .where('partner.status', '=', 'accepted'),
        ),
      ]),
    )
    .orderBy((plan) => plan('communeId', '=', communeId), 'desc')
    .orderBy('inForceAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? addParts(db, row as Plan) : undefined
}

async function addParts(db: Db, plan: Plan): Promise<FullPlan> {
  return {
    plan,
    sections: await db
      .selectFrom('planning.planSection')
      .selectAll()
      .where('planId', '=', plan.id)
      .orderBy('position')
      .execute(),
    actions: await listActions(db, plan.id),
    dependencies: await db
      .selectFrom('planning.planActionDependency')
      .select(['actionId', 'needsActionId'])
      .where('planId', '=', plan.id)
      .orderBy('actionId')
      .orderBy('needsActionId')
      .execute(),
    risks: await db
      .selectFrom('planning.planRisk')
      .selectAll()
      .where('planId', '=', plan.id)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    indicators: await db
      .selectFrom('planning.planIndicator')
      .selectAll()
      .where('planId', '=', plan.id)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    partners: await listPartners(db, plan.id),
  }
}

async function listActions(db: Db, planId: string): Promise<PlanAction[]> {
  const rows = await db
    .selectFrom('planning.planAction')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('priority')
    .orderBy('id')
    .execute()
  return rows as unknown as PlanAction[]
}

async function listPartners(db: Db, planId: string): Promise<PlanPartner[]> {
  const rows = await db
    .selectFrom('planning.planPartner')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('invitedAt')
    .orderBy('communeId')
    .execute()
  return rows as PlanPartner[]
}

export interface ActionOfPlan {
  readonly action: PlanAction
  readonly plan: Plan
}

/** Row-level security lets in the commune, its partners, the association and, once in force, everybody. */
export async function getPlanAction(db: Db, actionId: string): Promise<ActionOfPlan> {
  const row = await db
    .selectFrom('planning.planAction')
    .selectAll()
    .where('id', '=', actionId)
    .executeTakeFirst()
  const action = orNotFound(row as unknown as PlanAction | undefined)
  return { action, plan: await getPlan(db, action.planId) }
}

function selectPlans(db: Db) {
  return db.selectFrom('planning.plan').selectAll()
}
