/** Reading what everybody may: each site and link of a commune as it stands. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { type SiteState, siteKinds } from './site.schema.ts'

/** The town hall first, then by kind and name. */
export async function listSiteStates(db: Db, communeId: string): Promise<SiteState[]> {
  const rows = await db
    .selectFrom('planning.siteState')
    .selectAll()
    .where('communeId', '=', communeId)
    .orderBy(sql`array_position(${sql.val([...siteKinds])}::text[], kind)`)
    .orderBy(sql`platform.fold(name)`)
    .execute()
  return rows as SiteState[]
}

export async function findSiteState(db: Db, siteId: string): Promise<SiteState | undefined> {
  const row = await db
    .selectFrom('planning.siteState')
    .selectAll()
    .where('siteId', '=', siteId)
    .executeTakeFirst()
  return row as SiteState | undefined
}

/** Every site in the order of identifiers, from the one after this; '' for the first. */
export async function listStatesAfter(db: Db, siteId: string, size: number): Promise<SiteState[]> {
  let query = db.selectFrom('planning.siteState').selectAll().orderBy('siteId').limit(size)
  if (siteId !== '') query = query.where('siteId', '>', siteId)
  return (await query.execute()) as SiteState[]
}
