/** What is done to the portfolio by hand: add from the library, write, rewrite, remove, reorder. */
import { getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { GeneratedAction } from './generation.types.ts'
import type { FullPlan, Plan, PlanAction } from './plan.schema.ts'
import type { ActionValues } from './plan-input.schema.ts'
import { toActionRow } from './save-generation.ts'

type Owner = Pick<Plan, 'id' | 'communeId'>

function toColumns(input: ActionValues) {
  const { needs: _, version: __, investment, running, startYear, endYear, ...rest } = input
  const last = startYear === null ? null : (endYear ?? startYear)
  return {
    ...rest,
    startYear,
    endYear: last,
    durationYears: startYear === null || last === null ? 1 : last - startYear + 1,
    investment: investment ?? 0,
    running: running ?? 0,
    // A year set by hand is kept when the calendar is reckoned again.
    isPinned: rest.isPinned && startYear !== null,
  }
}

export async function addAction(
  { db, actor, now }: Context,
  { plan, actions }: FullPlan,
  input: ActionValues,
): Promise<string> {
  const id = createId(now.getTime())
  await db
    .insertInto('planning.planAction')
    .values({
      ...{ id, planId: plan.id, communeId: plan.communeId },
      ...toColumns(input),
      priority: (actions.at(-1)?.priority ?? 0) + 1,
      ...{ editedAt: now, editedBy: getPersonId(actor), updatedAt: now },
    })
    .execute()
  await replaceNeeds(db, plan, id, input.needs)
  return id
}

/** False when somebody saved meanwhile. */
export async function rewriteAction(
  { db, actor, now }: Context,
  { plan }: FullPlan,
  actionId: string,
  input: ActionValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.planAction')
    .set({
      ...toColumns(input),
      ...{ version: input.version + 1, editedAt: now, editedBy: getPersonId(actor) },
      updatedAt: now,
    })
    .where('id', '=', actionId)
    .where('planId', '=', plan.id)
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await replaceNeeds(db, plan, actionId, input.needs)
  return true
}

async function replaceNeeds(
  db: Context['db'],
  { id: planId, communeId }: Owner,
  actionId: string,
  needs: readonly string[],
): Promise<void> {
  await db.deleteFrom('planning.planActionDependency').where('actionId', '=', actionId).execute()
  const rows = needs.map((needsActionId) => ({ planId, communeId, actionId, needsActionId }))
  if (rows.length > 0) await db.insertInto('planning.planActionDependency').values(rows).execute()
}

/** From the library or from a new generation, at the end of the portfolio, with its needs that are already there. */
export async function addGenerated(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { plan, actions }: Pick<FullPlan, 'plan' | 'actions'>,
  action: GeneratedAction,
): Promise<void> {
  const id = createId(now.getTime())
  const last = await db
    .selectFrom('planning.planAction')
    .select((row) => row.fn.max('priority').as('priority'))
    .where('planId', '=', plan.id)
    .executeTakeFirst()
  await db
    .insertInto('planning.planAction')
    .values({
      ...toActionRow(action),
      ...{ id, planId: plan.id, communeId: plan.communeId, updatedAt: now },
      priority: (last?.priority ?? 0) + 1,
    })
    .execute()
  const needs = actions.filter(({ code }) => code !== null && action.needs.includes(code))
  await replaceNeeds(
    db,
    plan,
    id,
    needs.map((need) => need.id),
  )
}

export async function removeAction(
  { db }: Context,
  { id: planId }: Owner,
  actionId: string,
): Promise<void> {
  await db
    .deleteFrom('planning.planAction')
    .where('id', '=', actionId)
    .where('planId', '=', planId)
    .execute()
}

/** One place up or down: the two neighbours exchange their ranks. */
export async function shiftAction(
  { db }: Context,
  { actions }: Pick<FullPlan, 'actions'>,
  actionId: string,
  by: -1 | 1,
): Promise<void> {
  const index = actions.findIndex(({ id }) => id === actionId)
  const [moved, neighbour]: (PlanAction | undefined)[] = [actions[index], actions[index + by]]
  if (!moved || !neighbour) return
  for (const [id, priority] of [
    [moved.id, neighbour.priority],
    [neighbour.id, moved.priority],
  ] as const)
    await db.updateTable('planning.planAction').set({ priority }).where('id', '=', id).execute()
}
