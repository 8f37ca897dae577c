/** The levels that weigh the points of actions: those of the commune's latest confirmed diagnosis, which everybody may read. */
import type { Db } from '#platform/database.ts'
import type { Axis } from '../axes.ts'
import { listLatestLevels } from '../diagnosis/diagnosis.queries.ts'

export async function loadLevels(db: Db, communeId: string): Promise<Map<Axis, number>> {
  const results = await listLatestLevels(db)
  const own = results.find((result) => result.communeId === communeId)
  return new Map(Object.entries(own?.levels ?? {}) as [Axis, number][])
}
