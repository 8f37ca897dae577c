/** Reading outages: one, those of a site, and those of a commune that last. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { OutageCause } from './site-edit.schema.ts'

export type OutageRow = Omit<Selectable<Tables['planning.outage']>, 'cause'> & {
  readonly cause: OutageCause
}

export async function getOutage(db: Db, outageId: string): Promise<OutageRow> {
  const row = await db
    .selectFrom('planning.outage')
    .selectAll()
    .where('id', '=', outageId)
    .executeTakeFirst()
  return orNotFound(row as OutageRow | undefined)
}

/** The newest first, those that last before all. */
export async function listOutages(db: Db, siteId: string, limit = 20): Promise<OutageRow[]> {
  const rows = await db
    .selectFrom('planning.outage')
    .selectAll()
    .where('siteId', '=', siteId)
    .orderBy('endedAt', (order) => order.desc().nullsFirst())
    .orderBy('beganAt', 'desc')
    .limit(limit)
    .execute()
  return rows as OutageRow[]
}

export interface OpenOutage {
  readonly id: string
  readonly siteName: string
  readonly beganAt: Date
}

export function listOpenOutages(db: Db, communeId: string): Promise<OpenOutage[]> {
  return db
    .selectFrom('planning.outage as outage')
    .innerJoin('planning.site as site', 'site.id', 'outage.siteId')
    .select(['outage.id', 'site.name as siteName', 'outage.beganAt'])
    .where('outage.communeId', '=', communeId)
    .where('outage.endedAt', 'is', null)
    .orderBy('outage.beganAt')
    .limit(50)
    .execute()
}
