/** What a commune puts at the head of its papers. */
import type { Db } from '#platform/database.ts'
import type { Issuer } from '#platform/documents.ts'

export type Emblem = NonNullable<Issuer['emblem']>

export async function findEmblem(db: Db, communeId: string): Promise<Emblem | undefined> {
  const row = await db
    .selectFrom('directory.communeEmblem')
    .select(['bytes', 'mediaType'])
    .where('communeId', '=', communeId)
    .executeTakeFirst()
  return row as Emblem | undefined
}
