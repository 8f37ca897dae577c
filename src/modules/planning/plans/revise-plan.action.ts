/** The next plan begins as a copy of the one in force: nothing is typed again. */
import { getPersonId } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { planLifecycle } from './plan.lifecycle.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan, Plan } from './plan.schema.ts'

export async function revisePlan(context: Context, plan: Plan): Promise<Plan> {
  const { db, actor, now } = context
  const full = await getFullPlan(db, plan.id)
  const next = (await db
    .insertInto('planning.plan')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'SDSI', Number(toDay(now).slice(0, 4))),
      communeId: plan.communeId,
      title: plan.title,
      template: plan.template,
      firstYear: plan.firstYear,
      years: plan.years,
      yearlyEnvelopes: plan.yearlyEnvelopes,
      status: 'draft',
      diagnosisId: plan.diagnosisId,
      generatedAt: plan.generatedAt,
      revisesId: plan.id,
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Plan
  await recordCreation(context, planLifecycle, next)
  await copyParts(context, full, next)
  return next
}

async function copyParts({ db }: Context, full: FullPlan, next: Plan): Promise<void> {
  const owner = { planId: next.id, communeId: next.communeId }
  const idOf = new Map(full.actions.map(({ id }) => [id, createId()]))
  const sections = full.sections.map((section) => ({ ...section, ...owner }))
  if (sections.length > 0) await db.insertInto('planning.planSection').values(sections).execute()
  const actions = full.actions.map((action) => ({
    ...action,
    ...owner,
    id: idOf.get(action.id) as string,
    effects: JSON.stringify(action.effects),
    generated: action.generated === null ? null : JSON.stringify(action.generated),
  }))
  if (actions.length > 0) await db.insertInto('planning.planAction').values(actions).execute()
  const dependencies = full.dependencies.map(({ actionId, needsActionId }) => ({
    ...owner,
    actionId: idOf.get(actionId) as string,
    needsActionId: idOf.get(needsActionId) as string,
  }))
  if (dependencies.length > 0)
    await db.insertInto('planning.planActionDependency').values(dependencies).execute()
  const renew = <Row extends { generated: unknown }>({ generated, ...row }: Row) => ({
    ...row,
    ...owner,
    id: createId(),
    generated: generated === null ? null : JSON.stringify(generated),
  })
  if (full.risks.length > 0)
    await db.insertInto('planning.planRisk').values(full.risks.map(renew)).execute()
  if (full.indicators.length > 0)
    await db.insertInto('planning.planIndicator').values(full.indicators.map(renew)).execute()
}
