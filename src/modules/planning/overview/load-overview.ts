/** The national page for the communes of a department, of a category, or all of them. */
import type { Db } from '#platform/database.ts'
import { listFigureRows } from './overview.queries.ts'
import { shownYears } from './overview.rules.ts'
import type { Overview, OverviewFilter } from './overview.types.ts'
import { toOverview } from './overview-sums.rules.ts'

/** Budgets and letters of the coming year are decided in this one: it is the last of those shown. */
export async function loadOverview(
  db: Db,
  filter: OverviewFilter,
  thisYear: number,
): Promise<Overview> {
  const rows = await listFigureRows(db, filter, thisYear + 2 - shownYears)
  return toOverview(rows, filter.category)
}
