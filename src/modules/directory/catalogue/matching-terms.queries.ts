/** The names that a need should not name: those of the catalogue's solutions and startups. */
import type { Db } from '#platform/database.ts'

export interface MatchingTerms {
  readonly productNames: readonly string[]
}

export async function listMatchingTerms(db: Db): Promise<MatchingTerms> {
  const rows = await db
    .selectFrom('directory.catalogueEntry')
    .select(['name', 'startupName'])
    .limit(5000)
    .execute()
  return {
    productNames: [...new Set(rows.flatMap(({ name, startupName }) => [name, startupName]))],
  }
}
