/** What happens to a budget: opened, given its totals, taken through its steps with its votes. Each verb is one transaction. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { budgetLifecycle } from './budget.lifecycle.ts'
import { tellCommune } from './budget.messages.ts'
import { budgetPolicy, mayDraftBudgets } from './budget.policy.ts'
import { findBudget, listLinesOf } from './budget.queries.ts'
import type { Budget, BudgetTotals, VoteInput } from './budget.schema.ts'
import type { BudgetFact, BudgetStep } from './budget.workflow.ts'
import { refreshFigures } from './refresh-figures.ts'

/** The year's budget: the one there is, or a new draft. */
export async function openBudget(
  context: Context,
  communeId: string,
  year: number,
): Promise<Budget> {
  const { actor, db, now } = context
  if (!mayDraftBudgets(actor) || actor.organisation?.id !== communeId) throw new Forbidden()
  const known = await findBudget(db, communeId, year)
  if (known) return known
  const row = await db
    .insertInto('planning.budget')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'BUD', year),
      communeId,
      year,
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.columns(['communeId', 'year']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row)
    throw new Conflict('Quelqu’un vient d’ouvrir le budget de cette année : rechargez la page.')
  const budget = row as Budget
  await recordCreation(context, budgetLifecycle, budget)
  return budget
}

/** False when somebody saved meanwhile. */
export async function saveTotals(
  { db, now }: Context,
  budget: Budget,
  { totalInvestment, totalRunning, version }: BudgetTotals,
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.budget')
    .set({ totalInvestment, totalRunning, version: version + 1, updatedAt: now })
    .where('id', '=', budget.id)
    .where('version', '=', version)
    .where('status', '=', budget.status)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** Holds the budget until the end of the transaction: nobody submits or votes what is being changed. */
export async function holdEditable({ db, actor }: Context, budgetId: string): Promise<Budget> {
  const row = await db
    .selectFrom('planning.budget')
    .selectAll()
    .where('id', '=', budgetId)
    .forUpdate()
    .executeTakeFirst()
  const budget = row as Budget | undefined
  if (!budget || !budgetPolicy.edit(actor, budget))
    throw new Conflict('Ce budget ne se modifie plus : il a été soumis ou voté.')
  return budget
}

interface MoveParts {
  readonly reason?: string
  readonly vote?: VoteInput & { readonly fileId: string | null }
}

/** Takes a step and tells the commune's people. */
export async function moveBudget(
  context: Context,
  budget: Budget,
  step: BudgetStep,
  { reason, vote }: MoveParts = {},
): Promise<Budget> {
  const { db, actor, now } = context
  const lines = await listLinesOf(db, budget.id, budget.currentVersion)
  const facts: Partial<Record<BudgetFact, boolean>> = {
    hasLines: lines.length > 0,
    voteIsRecorded: vote !== undefined,
    reasonIsGiven: Boolean(reason),
    yearIsOver: toDay(now) > `${budget.year}-12-31`,
  }
  const moved = await moveThrough(context, budgetLifecycle, budget.id, step, {
    facts,
    ...(reason !== undefined && { reason }),
    set: { statusReason: reason ?? null, ...versionAfter(step, budget), ...closedAt(step, now) },
  })
  if (vote) await recordVote(context, moved, vote)
  if (step === 'amend') await copyLines(context, moved)
  if (step === 'abandon') await dropLines(context, budget)
  await refreshFigures(db, moved.id, now)
  await tellCommune(db, moved, step, reason, now, actor.id)
  return moved
}

function versionAfter(step: BudgetStep, { currentVersion }: Budget): Partial<Budget> {
  if (step === 'amend') return { currentVersion: currentVersion + 1 }
  return step === 'abandon' ? { currentVersion: currentVersion - 1 } : {}
}

const closedAt = (step: BudgetStep, now: Date): Partial<Budget> =>
  step === 'close' ? { closedAt: now } : {}

/** From here on the lines are everybody's to read, and nobody's to change. */
async function recordVote(
  { db, actor, now }: Context,
  { id: budgetId, communeId, currentVersion: number, statusReason }: Budget,
  vote: NonNullable<MoveParts['vote']>,
): Promise<void> {
  const of = { id: createId(now.getTime()), budgetId, communeId, number, reason: statusReason }
  await db
    .insertInto('planning.budgetVote')
    .values({ ...of, ...vote, recordedBy: getPersonId(actor), recordedAt: now })
    .execute()
  await db
    .updateTable('planning.budgetLine')
    .from('planning.account as account')
    .set((row) => ({
      isVoted: true,
      votedAccountLabel: row.ref('account.label'),
      votedAccountCode: row.ref('account.code'),
    }))
    .whereRef('account.id', '=', 'planning.budgetLine.accountId')
    .where('budgetId', '=', budgetId)
    .where('budgetVersion', '=', number)
    .execute()
}

/** An amending decision begins from the lines in force; each keeps its key, hence its execution. */
async function copyLines({ db }: Context, { id, currentVersion }: Budget): Promise<void> {
  const lines = await db
    .selectFrom('planning.budgetLine')
    .selectAll()
    .where('budgetId', '=', id)
    .where('budgetVersion', '=', currentVersion - 1)
    .execute()
  const rows = lines.map((line) => ({
    ...line,
    id: createId(),
    budgetVersion: currentVersion,
    ...{ isVoted: false, votedAccountLabel: null, votedAccountCode: null },
    version: 1,
  }))
  if (rows.length > 0) await db.insertInto('planning.budgetLine').values(rows).execute()
}

async function dropLines({ db }: Context, { id, currentVersion }: Budget): Promise<void> {
  await db
    .deleteFrom('planning.budgetLine')
    .where('budgetId', '=', id)
    .where('budgetVersion', '=', currentVersion)
    .where('isVoted', '=', false)
    .execute()
}
