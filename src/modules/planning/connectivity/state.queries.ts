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
