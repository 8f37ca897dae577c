/** Risks and indicators of a plan, one at a time. */
import { getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { Plan } from './plan.schema.ts'
import type { IndicatorValues, RiskValues } from './plan-input.schema.ts'

const tables = { risk: 'planning.planRisk', indicator: 'planning.planIndicator' } as const
export type ItemKind = keyof typeof tables

export async function addRisk(context: Context, plan: Plan, input: RiskValues): Promise<void> {
  const { version: _, ...columns } = input
  await context.db
    .insertInto('planning.planRisk')
    .values({ ...columns, ...(await startItem(context, plan, 'risk')) })
    .execute()
}

export async function addIndicator(
  context: Context,
  plan: Plan,
  input: IndicatorValues,
): Promise<void> {
  const { version: _, ...columns } = input
  await context.db
    .insertInto('planning.planIndicator')
    .values({ ...columns, ...(await startItem(context, plan, 'indicator')) })
    .execute()
}

async function startItem({ db, actor, now }: Context, plan: Plan, kind: ItemKind) {
  const last = await db
    .selectFrom(tables[kind])
    .select((row) => row.fn.max('position').as('position'))
    .where('planId', '=', plan.id)
    .executeTakeFirst()
  return {
    ...{ id: createId(now.getTime()), planId: plan.id, communeId: plan.communeId },
    position: (last?.position ?? -1) + 1,
    ...{ editedAt: now, editedBy: getPersonId(actor) },
  }
}

/** False when somebody saved meanwhile. */
export async function rewriteRisk(
  { db, actor, now }: Context,
  riskId: string,
  { version, ...columns }: RiskValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.planRisk')
    .set({ ...columns, version: version + 1, editedAt: now, editedBy: getPersonId(actor) })
    .where('id', '=', riskId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** False when somebody saved meanwhile. */
export async function rewriteIndicator(
  { db, actor, now }: Context,
  indicatorId: string,
  { version, ...columns }: IndicatorValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.planIndicator')
    .set({ ...columns, version: version + 1, editedAt: now, editedBy: getPersonId(actor) })
    .where('id', '=', indicatorId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function removeItem({ db }: Context, kind: ItemKind, id: string): Promise<void> {
  await db.deleteFrom(tables[kind]).where('id', '=', id).execute()
}
