/** Reading master plans: one whole, a commune's, and the one in force. Row-level security says which of them one sees. */
import { sql } from 'kysely'
import { listCommunes } from '#modules/directory/index.ts'
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
  const row = await selectInForceOf(db, communeId).limit(1).executeTakeFirst()
  return row ? addParts(db, row as Plan) : undefined
}

/** The one it leads and those it shares in. */
export async function listPlansInForceOf(db: Db, communeId: string): Promise<FullPlan[]> {
  const plans: FullPlan[] = []
  for (const row of await selectInForceOf(db, communeId).execute())
    plans.push(await addParts(db, row as Plan))
  return plans
}

function selectInForceOf(db: Db, communeId: string) {
  return selectPlans(db)
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
}

/** The one that the commune itself leads. */
export async function findOwnPlanInForce(db: Db, communeId: string): Promise<Plan | undefined> {
  const row = await selectPlans(db)
    .where('communeId', '=', communeId)
    .where('status', '=', 'inForce')
    .executeTakeFirst()
  return row as Plan | undefined
}

/** Those it leads and those it shares in, the ones last touched first. */
export async function listPlansOf(db: Db, communeId: string): Promise<Plan[]> {
  const rows = await selectPlans(db)
    .where((plan) =>
      plan.or([
        plan('communeId', '=', communeId),
        plan.exists(
          plan
            .selectFrom('planning.planPartner as partner')
            .select('partner.planId')
            .whereRef('partner.planId', '=', 'planning.plan.id')
            .where('partner.communeId', '=', communeId)
            .where('partner.status', '<>', 'declined'),
        ),
      ]),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows as Plan[]
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

export async function listPartners(db: Db, planId: string): Promise<PlanPartner[]> {
  const rows = await db
    .selectFrom('planning.planPartner')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('invitedAt')
    .orderBy('communeId')
    .execute()
  return rows as PlanPartner[]
}

export interface PlanLine {
  readonly id: string
  readonly title: string
  readonly communeName: string
  readonly communeSlug: string
  readonly firstYear: number
  readonly years: number
  readonly placed: number
  readonly done: number
}

/** By commune; at most one each. */
export async function listPlansInForce(db: Db): Promise<PlanLine[]> {
  const plans = await selectPlans(db).where('status', '=', 'inForce').execute()
  const communes = new Map((await listCommunes(db)).map((commune) => [commune.id, commune]))
  const counts = await db
    .selectFrom('planning.planAction as action')
    .innerJoin('planning.plan as plan', 'plan.id', 'action.planId')
    .select('action.planId')
    .select(({ fn }) => fn.countAll<number>().as('placed'))
    .select(sql<number>`count(*) filter (where action.status = 'done')`.as('done'))
    .where('plan.status', '=', 'inForce')
    .where('action.startYear', 'is not', null)
    .where('action.status', '<>', 'abandoned')
    .groupBy('action.planId')
    .execute()
  const countOf = new Map(counts.map((count) => [count.planId, count]))
  return plans
    .map(({ id, title, communeId, firstYear, years }) => ({
      ...{ id, title, firstYear, years },
      communeName: communes.get(communeId)?.name ?? '',
      communeSlug: communes.get(communeId)?.slug ?? '',
      placed: Number(countOf.get(id)?.placed ?? 0),
      done: Number(countOf.get(id)?.done ?? 0),
    }))
    .toSorted((a, b) => a.communeName.localeCompare(b.communeName, 'fr'))
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
