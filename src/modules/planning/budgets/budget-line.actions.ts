/** The lines of a budget: added, changed, taken out, or taken from the plan in force. The budget is held meanwhile. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { holdEditable } from './budget.actions.ts'
import type { Budget, BudgetLine, LineInput } from './budget.schema.ts'

export async function addLine(
  context: Context,
  budgetId: string,
  { version: _, ...input }: LineInput,
): Promise<void> {
  const budget = await holdEditable(context, budgetId)
  await insertLine(context, budget, input)
}

type NewLine = Omit<LineInput, 'version'> & {
  readonly planActionId?: string
  readonly planAmount?: number
}

export async function insertLine(
  { db, actor, now }: Context,
  { id: budgetId, communeId, currentVersion }: Budget,
  line: NewLine,
): Promise<void> {
  const { last } = await db
    .selectFrom('planning.budgetLine')
    .select((row) => row.fn.max('number').as('last'))
    .where('budgetId', '=', budgetId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('planning.budgetLine')
    .values({
      ...line,
      id: createId(now.getTime()),
      budgetId,
      communeId,
      budgetVersion: currentVersion,
      key: createId(),
      number: (last ?? 0) + 1,
      updatedAt: now,
      updatedBy: getPersonId(actor),
    })
    .execute()
}

/** False when somebody saved meanwhile. */
export async function saveLine(
  context: Context,
  line: BudgetLine,
  { version, ...input }: LineInput,
): Promise<boolean> {
  await holdEditable(context, line.budgetId)
  const { db, actor, now } = context
  const saved = await db
    .updateTable('planning.budgetLine')
    .set({ ...input, version: version + 1, updatedAt: now, updatedBy: getPersonId(actor) })
    .where('id', '=', line.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** A line on which money was committed stays: its amount may be lowered instead. */
export async function removeLine(context: Context, line: BudgetLine): Promise<void> {
  const { db } = context
  await holdEditable(context, line.budgetId)
  const spent = await db
    .selectFrom('planning.budgetEntry')
    .select('id')
    .where('budgetId', '=', line.budgetId)
    .where('lineKey', '=', line.key)
    .where('committed', '>', 0)
    .limit(1)
    .executeTakeFirst()
  if (spent)
    throw new Conflict(
      'De l’argent est déjà engagé sur cette ligne : baissez son montant au lieu de la retirer.',
    )
  await db.deleteFrom('planning.budgetLine').where('id', '=', line.id).execute()
}
