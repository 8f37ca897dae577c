/** The figures of voted budgets: a commune's over the years, and those of all communes in one year. */
import type { Db } from '#platform/database.ts'
import type { BudgetFigure } from './budget.schema.ts'

export async function listFiguresOf(db: Db, communeId: string): Promise<BudgetFigure[]> {
  const rows = await db
    .selectFrom('planning.budgetFigure')
    .selectAll()
    .where('communeId', '=', communeId)
    .orderBy('year', 'desc')
    .limit(12)
    .execute()
  return rows as BudgetFigure[]
}

export async function listFiguresIn(db: Db, year: number): Promise<BudgetFigure[]> {
  const rows = await db
    .selectFrom('planning.budgetFigure')
    .selectAll()
    .where('year', '=', year)
    .execute()
  return rows as BudgetFigure[]
}

/** Those of which at least one commune voted a digital budget, the newest first. */
export async function listFigureYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('planning.budgetFigure')
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}
