/** The limits of communes that an operator imported, as the map draws them. */
import type { Db } from '#platform/database.ts'
import type { MapAreas } from '#web/components/index.tsx'
import type { Polygons } from './import/boundary-file.rules.ts'

/** Undefined while no limits were imported. */
export async function findMapAreas(db: Db): Promise<MapAreas | undefined> {
  const rows = await db
    .selectFrom('directory.communeBoundary')
    .select(['polygons', 'source'])
    .orderBy('communeId')
    .execute()
  if (rows.length === 0) return undefined
  const { communes } = await db
    .selectFrom('directory.commune')
    .select((count) => count.fn.countAll<number>().as('communes'))
    .executeTakeFirstOrThrow()
  const sources = [...new Set(rows.map(({ source }) => source))].sort()
  return {
    rings: rows.flatMap(({ polygons }) => (polygons as unknown as Polygons).flat()),
    areComplete: rows.length === Number(communes),
    source: sources.join(', '),
  }
}
