/** Reading the national figures, as they were last counted: one group of communes, in one query. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { FigureRow, OverviewFilter } from './overview.types.ts'

/** Told for each category, within the department asked for. */
const byCategory = ['communes', 'plan', 'site']

export async function listFigureRows(
  db: Db,
  { department, category }: OverviewFilter,
  fromYear: number,
): Promise<FigureRow[]> {
  return db
    .selectFrom('planning.overviewFigure')
    .select(['category', 'figure', 'key', 'year', 'total', 'computedAt'])
    .select(sql<number>`level::float8`.as('level'))
    .where('departmentCode', '=', department ?? '')
    .where((row) =>
      row.or([
        row('category', '=', category ?? ''),
        row.and([row('figure', 'in', byCategory), sql<boolean>`${category === null}`]),
      ]),
    )
    .where((row) => row.or([row('year', '=', 0), row('year', '>=', fromYear)]))
    .orderBy('year')
    .orderBy('level')
    .execute()
}
