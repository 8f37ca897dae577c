/** What each commune takes, and who receives it. */
import type { Db } from '#platform/database.ts'
import { type Category, categories } from './category.facts.ts'

export async function findDepartment(
  db: Db,
  communeId: string,
  category: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('services.reportCategory')
    .select('department')
    .where('communeId', '=', communeId)
    .where('category', '=', category)
    .executeTakeFirst()
  return row?.department
}

export interface TakenCategory extends Category {
  /** Of this commune. */
  readonly department: string
}

/** In the order of the list. */
export async function listTakenCategories(db: Db, communeId: string): Promise<TakenCategory[]> {
  const rows = await db
    .selectFrom('services.reportCategory')
    .select(['category', 'department'])
    .where('communeId', '=', communeId)
    .execute()
  const departmentOf = new Map(rows.map(({ category, department }) => [category, department]))
  return categories.flatMap((category) => {
    const department = departmentOf.get(category.code)
    return department === undefined ? [] : [{ ...category, department }]
  })
}

/** The communes that take reports. */
export async function listTakingCommunes(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('services.reportCategory')
    .select('communeId')
    .distinct()
    .execute()
  return new Set(rows.map(({ communeId }) => communeId))
}
