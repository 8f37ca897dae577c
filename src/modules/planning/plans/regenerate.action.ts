/** Writes the parts of a new generation that were chosen, and only those. */
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { GeneratedPlan } from './generation.types.ts'
import type { FullPlan } from './plan.schema.ts'
import { addGenerated } from './plan-action.actions.ts'
import { toActionRow } from './save-generation.ts'

const unedited = { editedAt: null, editedBy: null }

export async function applyRegeneration(
  context: Context,
  full: FullPlan,
  fresh: GeneratedPlan,
  chosen: ReadonlySet<string>,
): Promise<void> {
  await applySections(context, full, fresh, chosen)
  await applyActions(context, full, fresh, chosen)
  await applyItems(context, full, fresh, chosen)
  await context.db
    .updateTable('planning.plan')
    .set({ generatedAt: context.now, updatedAt: context.now })
    .where('id', '=', full.plan.id)
    .execute()
}

async function applySections(
  { db }: Context,
  { plan }: FullPlan,
  { sections }: GeneratedPlan,
  chosen: ReadonlySet<string>,
): Promise<void> {
  for (const [position, { key, title, body }] of sections.entries()) {
    if (!chosen.has(`section:${key}`)) continue
    await db
      .insertInto('planning.planSection')
      .values({
        ...{ planId: plan.id, communeId: plan.communeId, key, title, body, position },
        generatedBody: body,
      })
      .onConflict((conflict) =>
        conflict.columns(['planId', 'key']).doUpdateSet((row) => ({
          ...{ ...unedited, body, generatedBody: body },
          version: row('planning.planSection.version', '+', 1),
        })),
      )
      .execute()
  }
}

async function applyActions(
  context: Context,
  full: FullPlan,
  { actions }: GeneratedPlan,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const { db, now } = context
  const stored = new Map(full.actions.map((action) => [action.code, action]))
  for (const action of actions) {
    if (!chosen.has(`action:${action.code}`)) continue
    const known = stored.get(action.code)
    if (!known) await addGenerated(context, full, action)
    else
      await db
        .updateTable('planning.planAction')
        .set({ ...toActionRow(action), ...unedited, version: known.version + 1, updatedAt: now })
        .where('id', '=', known.id)
        .execute()
  }
  const fresh = new Set(actions.map(({ code }) => code))
  const gone = full.actions.filter(
    ({ code }) => code !== null && !fresh.has(code) && chosen.has(`action:${code}`),
  )
  for (const { id } of gone)
    await db.deleteFrom('planning.planAction').where('id', '=', id).execute()
}

async function applyItems(
  { db }: Context,
  { plan, risks, indicators }: FullPlan,
  fresh: GeneratedPlan,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const owner = { planId: plan.id, communeId: plan.communeId, ...unedited }
  for (const risk of fresh.risks.filter(({ code }) => chosen.has(`risk:${code}`))) {
    await db
      .deleteFrom('planning.planRisk')
      .where('planId', '=', plan.id)
      .where('code', '=', risk.code)
      .execute()
    const position = risks.find(({ code }) => code === risk.code)?.position ?? risks.length
    const row = { ...owner, ...risk, position, id: createId(), generated: JSON.stringify(risk) }
    await db.insertInto('planning.planRisk').values(row).execute()
  }
  for (const one of fresh.indicators.filter(({ code }) => chosen.has(`indicator:${code}`))) {
    await db
      .deleteFrom('planning.planIndicator')
      .where('planId', '=', plan.id)
      .where('code', '=', one.code)
      .execute()
    const position = indicators.find(({ code }) => code === one.code)?.position
    const row = { ...owner, ...one, id: createId(), generated: JSON.stringify(one) }
    await db
      .insertInto('planning.planIndicator')
      .values({ ...row, position: position ?? indicators.length })
      .execute()
  }
}
