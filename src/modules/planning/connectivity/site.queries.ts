/** Reading the sites of a commune with all that is kept of them: row-level security shows them to the commune and the association. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Site } from './site.schema.ts'

export async function getSite(db: Db, siteId: string): Promise<Site> {
  const row = await db
    .selectFrom('planning.site')
    .selectAll()
    .where('id', '=', siteId)
    .executeTakeFirst()
  return orNotFound(row as Site | undefined)
}

export async function listClosedSites(db: Db, communeId: string): Promise<Site[]> {
  const rows = await db
    .selectFrom('planning.site')
    .selectAll()
    .where('communeId', '=', communeId)
    .where('closedOn', 'is not', null)
    .orderBy('closedOn', 'desc')
    .limit(200)
    .execute()
  return rows as Site[]
}

/** Those that may be measured, by name. */
export async function listNamedSites(db: Db, communeId: string) {
  return db
    .selectFrom('planning.site')
    .select(['id', 'name'])
    .where('communeId', '=', communeId)
    .where('closedOn', 'is', null)
    .orderBy(sql`platform.fold(name)`)
    .execute()
}

export async function hasSiteNamed(
  db: Db,
  communeId: string,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  let query = db
    .selectFrom('planning.site')
    .select('id')
    .where('communeId', '=', communeId)
    .where('closedOn', 'is', null)
    .where(sql`platform.fold(name)`, '=', sql`platform.fold(${name})`)
  if (exceptId) query = query.where('id', '<>', exceptId)
  return (await query.executeTakeFirst()) !== undefined
}

export type Link = Selectable<Tables['planning.link']> & { readonly providerName: string }

function selectLinks(db: Db) {
  return db
    .selectFrom('planning.link as link')
    .innerJoin('planning.provider as provider', 'provider.code', 'link.providerCode')
    .selectAll('link')
    .select('provider.name as providerName')
}

export async function getLink(db: Db, linkId: string): Promise<Link> {
  return orNotFound(await selectLinks(db).where('link.id', '=', linkId).executeTakeFirst())
}

/** Those in service first. */
export function listLinks(db: Db, siteId: string): Promise<Link[]> {
  return selectLinks(db)
    .where('link.siteId', '=', siteId)
    .orderBy('link.until', (order) => order.desc().nullsFirst())
    .orderBy('link.since')
    .orderBy('link.id')
    .execute()
}
