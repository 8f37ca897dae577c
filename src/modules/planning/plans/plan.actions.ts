/** What happens to a plan: each verb is one transaction, keeps a version where it matters, and tells whom it concerns. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { doPartnersAgree, listGaps } from './completeness.rules.ts'
import { planLifecycle } from './plan.lifecycle.ts'
import { tellPlan } from './plan.messages.ts'
import { findOwnPlanInForce, getFullPlan } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'
import type { PlanFact, PlanStep } from './plan.workflow.ts'
import { keepVersion } from './plan-version.actions.ts'

interface MoveParts {
  readonly reason?: string
  readonly facts?: Partial<Record<PlanFact, boolean>>
  readonly set?: Partial<Plan>
}

/** What a version is called, where a step keeps one. */
const versionNames: Partial<Record<PlanStep, string>> = {
  submit: 'Soumis au secrétaire exécutif',
  validate: 'Validé par la direction',
  deliberate: 'Adopté par le conseil communal',
}

export async function movePlan(
  context: Context,
  plan: Plan,
  step: PlanStep,
  { reason, facts, set }: MoveParts = {},
): Promise<Plan> {
  const { db, now } = context
  const full = await getFullPlan(db, plan.id)
  const gaps = listGaps(full)
  const [gap] = gaps
  if (gap && (step === 'submit' || step === 'validate')) throw new Conflict(gap.message)
  const moved = await moveThrough(context, planLifecycle, plan.id, step, {
    facts: {
      planIsWhole: gaps.length === 0,
      partnersAgree: doPartnersAgree(full),
      reasonIsGiven: Boolean(reason),
      ...facts,
    },
    ...(reason !== undefined && { reason }),
    set: {
      statusReason: reason ?? null,
      ...(step === 'close' && { closedAt: now }),
      ...set,
    },
  })
  const name = versionNames[step]
  if (name) await keepVersion(context, moved, name)
  await tellPlan(context, moved, step, reason)
  return moved
}

export interface Deliberation {
  readonly number: string
  readonly date: string
  readonly fileId: string
}

/** The council adopted it: it takes the place of the plan in force, and everybody may read it. */
export async function deliberatePlan(
  context: Context,
  plan: Plan,
  { number, date, fileId }: Deliberation,
): Promise<Plan> {
  const { db, now } = context
  const before = await findOwnPlanInForce(db, plan.communeId)
  if (before)
    await movePlan(context, before, 'close', {
      reason: `Remplacé par le schéma directeur ${plan.reference}, adopté par le conseil communal.`,
    })
  const moved = await movePlan(context, plan, 'deliberate', {
    facts: { deliberationIsRecorded: true, noOtherIsInForce: true },
    set: { councilNumber: number, councilDate: date, councilFileId: fileId, inForceAt: now },
  })
  await db
    .updateTable('planning.planPartner')
    .set({ isPublic: true })
    .where('planId', '=', plan.id)
    .where('status', '=', 'accepted')
    .execute()
  await db
    .updateTable('planning.plan')
    .set({ frozenVersion: await countVersions(context, plan.id) })
    .where('id', '=', plan.id)
    .execute()
  return moved
}

async function countVersions({ db }: Context, planId: string): Promise<number> {
  const row = await db
    .selectFrom('planning.planVersion')
    .select((version) => version.fn.max('number').as('number'))
    .where('planId', '=', planId)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** False when somebody saved meanwhile. */
export async function savePlanFrame(
  { db, now }: Context,
  plan: Plan,
  frame: Pick<Plan, 'title' | 'firstYear' | 'yearlyEnvelopes'> & { readonly version: number },
): Promise<boolean> {
  const { version, yearlyEnvelopes, ...rest } = frame
  const saved = await db
    .updateTable('planning.plan')
    .set({
      ...{ ...rest, yearlyEnvelopes, years: yearlyEnvelopes.length },
      ...{ version: version + 1, updatedAt: now },
    })
    .where('id', '=', plan.id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** False when somebody saved meanwhile. */
export async function saveSection(
  { db, actor, now }: Context,
  { id: planId }: Plan,
  key: string,
  { body, version }: { readonly body: string; readonly version: number },
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.planSection')
    .set({ body, version: version + 1, editedAt: now, editedBy: getPersonId(actor) })
    .where('planId', '=', planId)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return saved !== undefined
}
