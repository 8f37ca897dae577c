/** Fills a budget from the plans in force, its own and those it shares: their actions of the year become lines, once; what somebody wrote here stays. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { listPlansInForceOf } from '../plans/plan.queries.ts'
import { listAccounts, listFundingSources } from './account.queries.ts'
import { holdEditable } from './budget.actions.ts'
import { listLinesOf } from './budget.queries.ts'
import type { Budget } from './budget.schema.ts'
import { insertLine } from './budget-line.actions.ts'
import { compareWithPlan, drawLines, type PlanLine, partOf } from './plan-lines.rules.ts'
import { isValidIn } from './validity.rules.ts'

/** Says what was taken, in one sentence. */
export async function takeFromPlan(context: Context, budgetId: string): Promise<string> {
  const budget = await holdEditable(context, budgetId)
  const plans = await listPlansInForceOf(context.db, budget.communeId)
  if (plans.length === 0)
    throw new Conflict('La commune n’a pas de plan en vigueur : écrivez les lignes vous-même.')
  const drawn = plans.flatMap((full) =>
    drawLines(full.actions, budget.year, partOf(full, budget.communeId)),
  )
  if (drawn.length === 0)
    throw new Conflict(`Le plan en vigueur ne prévoit aucune dépense en ${budget.year}.`)
  const known = await listLinesOf(context.db, budget.id, budget.currentVersion)
  const { added, changed, kept } = compareWithPlan(drawn, known)
  await addLines(context, budget, added)
  for (const line of changed) await followPlan(context, budget, line)
  return t(
    '{added, plural, =0 {Aucune ligne ajoutée} one {# ligne ajoutée} other {# lignes ajoutées}}, {changed, plural, =0 {aucune mise à jour} one {# mise à jour} other {# mises à jour}}, {kept, plural, =0 {aucune laissée telle que vous l’avez écrite} one {# laissée telle que vous l’avez écrite} other {# laissées telles que vous les avez écrites}}.',
    { added: added.length, changed: changed.length, kept: kept.length },
  )
}

/** A heading or a source that the year does not know gives way to one that it does: anybody may change it on the line. */
async function addLines(
  context: Context,
  budget: Budget,
  lines: readonly PlanLine[],
): Promise<void> {
  const accounts = (await listAccounts(context.db)).filter((one) => isValidIn(budget.year, one))
  const sources = (await listFundingSources(context.db)).filter((one) =>
    isValidIn(budget.year, one),
  )
  for (const { accountKey, sourceCode, amount, ...line } of lines) {
    const account = accounts.find(({ key }) => key === accountKey) ?? accounts[0]
    const source = sources.find(({ code }) => code === sourceCode) ?? sources[0]
    if (!account || !source)
      throw new Conflict('Aucun compte ou aucune source ne vaut pour cette année.')
    await insertLine(context, budget, {
      ...line,
      label: line.label.slice(0, 200),
      department: line.department.slice(0, 120),
      justification: line.justification.slice(0, 2000),
      amount,
      planAmount: amount,
      accountId: account.id,
      sourceCode: source.code,
    })
  }
}

async function followPlan(
  { db, actor, now }: Context,
  { id, currentVersion }: Budget,
  { planActionId, section, amount }: PlanLine,
): Promise<void> {
  await db
    .updateTable('planning.budgetLine')
    .set((row) => ({
      amount,
      planAmount: amount,
      version: row('version', '+', 1),
      updatedAt: now,
      updatedBy: getPersonId(actor),
    }))
    .where('budgetId', '=', id)
    .where('budgetVersion', '=', currentVersion)
    .where('planActionId', '=', planActionId)
    .where('section', '=', section)
    .execute()
}
