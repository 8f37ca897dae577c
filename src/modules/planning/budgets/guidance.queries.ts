/** The share of its budget that the association advises each category of commune to give to digital, dated. */
import { type Selectable, sql } from 'kysely'
import type { Category } from '#modules/directory/index.ts'
import type { Db, Tables } from '#platform/database.ts'

export type Guidance = Selectable<Tables['planning.budgetGuidance']>

/** The newest whose day has come. */
export async function getGuidanceInForce(
  db: Db,
  category: Category,
  day: string,
): Promise<Guidance | undefined> {
  return db
    .selectFrom('planning.budgetGuidance')
    .selectAll()
    .where('category', '=', category)
    .where('validFrom', '<=', sql<string>`${day}::date`)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All there ever were, the newest first. */
export async function listGuidance(db: Db): Promise<Guidance[]> {
  return db
    .selectFrom('planning.budgetGuidance')
    .selectAll()
    .orderBy('validFrom', 'desc')
    .orderBy('category')
    .limit(200)
    .execute()
}
