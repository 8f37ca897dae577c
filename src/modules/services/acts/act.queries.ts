/** Acts, as they were signed; those withdrawn or replaced are found too. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'

export type Act = Selectable<Tables['services.act']>

export async function getAct(db: Db, id: string): Promise<Act> {
  return orNotFound(
    await db.selectFrom('services.act').selectAll().where('id', '=', id).executeTakeFirst(),
  )
}

/** The last signed first. */
export function listActsOfRequest(db: Db, requestId: string): Promise<Act[]> {
  return db
    .selectFrom('services.act')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('signedAt', 'desc')
    .orderBy('id')
    .execute()
}

/** The register of a commune; one more than asked for when there are more. */
export function listRegister(
  db: Db,
  communeId: string,
  words: string,
  after: PublishedCursor | null,
  limit: number,
): Promise<Act[]> {
  let acts = db.selectFrom('services.act').selectAll().where('communeId', '=', communeId)
  if (words) {
    const found = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    acts = acts.where(
      sql<boolean>`platform.fold(reference || ' ' || holder || ' ' || title) like platform.fold(${found})`,
    )
  }
  if (after)
    acts = acts.where(
      sql<boolean>`(signed_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
  return acts
    .orderBy('signedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
