/** Reading digital budgets: one whole, a commune's over the years, its lines in force, its votes. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { publicStatuses } from './budget.policy.ts'
import type { Budget, BudgetLine, BudgetVote } from './budget.schema.ts'

export { getGuidanceInForce } from './guidance.queries.ts'

const selectBudgets = (db: Db) => db.selectFrom('planning.budget').selectAll()

export async function getBudget(db: Db, budgetId: string): Promise<Budget> {
  const row = await selectBudgets(db).where('id', '=', budgetId).executeTakeFirst()
  return orNotFound(row as Budget | undefined)
}

export async function findBudget(
  db: Db,
  communeId: string,
  year: number,
): Promise<Budget | undefined> {
  const row = await selectBudgets(db)
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row as Budget | undefined
}

/** The newest year first. */
export async function listBudgets(db: Db, communeId: string): Promise<Budget[]> {
  const rows = await selectBudgets(db)
    .where('communeId', '=', communeId)
    .orderBy('year', 'desc')
    .execute()
  return rows as Budget[]
}

/** The lines of one version of a budget, as they are numbered. */
export async function listLinesOf(
  db: Db,
  budgetId: string,
  budgetVersion: number,
): Promise<BudgetLine[]> {
  const rows = await db
    .selectFrom('planning.budgetLine as line')
    .innerJoin('planning.account as account', 'account.id', 'line.accountId')
    .innerJoin('planning.fundingSource as source', 'source.code', 'line.sourceCode')
    .selectAll('line')
    .select([
      'account.key as accountKey',
      'source.label as sourceLabel',
      sql<string>`coalesce(line.voted_account_label, account.label)`.as('accountLabel'),
      sql<
        string | null
      >`case when line.is_voted then line.voted_account_code else account.code end`.as(
        'accountCode',
      ),
    ])
    .where('line.budgetId', '=', budgetId)
    .where('line.budgetVersion', '=', budgetVersion)
    .orderBy('line.number')
    .execute()
  return rows as BudgetLine[]
}

/**
 * The lines of a commune's year: those last voted, else those of the draft where the reader may see it; none when there is no
 * budget.
 */
export async function listBudgetLines(
  db: Db,
  communeId: string,
  year: number,
): Promise<BudgetLine[]> {
  const budget = await findBudget(db, communeId, year)
  return budget ? listLinesOf(db, budget.id, versionInForce(budget)) : []
}

/** While an amending decision is prepared, the version before it stays in force. */
export function versionInForce({ status, currentVersion }: Budget): number {
  return status === 'amending' ? currentVersion - 1 : currentVersion
}

/** As voted first, then by each amending decision. */
export async function listVotes(db: Db, budgetId: string): Promise<BudgetVote[]> {
  return db
    .selectFrom('planning.budgetVote')
    .selectAll()
    .where('budgetId', '=', budgetId)
    .orderBy('number')
    .execute()
}

/** The years of which everybody may read a commune's budget. */
export async function listPublicBudgets(db: Db, communeId: string): Promise<Budget[]> {
  const rows = await selectBudgets(db)
    .where('communeId', '=', communeId)
    .where('status', 'in', publicStatuses)
    .orderBy('year', 'desc')
    .limit(12)
    .execute()
  return rows as Budget[]
}

/** Sums of the lines of several budgets, by year, section and source. */
export interface YearSum {
  readonly year: number
  readonly section: string
  readonly sourceCode: string
  readonly amount: number
}

export async function sumByYear(db: Db, communeId: string): Promise<YearSum[]> {
  const { rows } = await sql<YearSum>`
    select b.year, l.section, l.source_code as "sourceCode", sum(l.amount)::bigint as amount
    from planning.budget b join planning.budget_line l on l.budget_id = b.id
      and l.budget_version = b.current_version - (b.status = 'amending')::int
    where b.commune_id = ${communeId}
    group by b.year, l.section, l.source_code order by b.year`.execute(db)
  return rows
}
