/** Adding, changing, closing and opening again a site. */

import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { type Acting, conclude, demand } from './keep.ts'
import { getSite } from './site.queries.ts'
import type { Site } from './site.schema.ts'
import type { SiteEdit } from './site-edit.schema.ts'

export async function addSite(
  context: Acting,
  communeId: string,
  { version: _, ...answers }: SiteEdit,
): Promise<string> {
  const { db, actor, now } = context
  demand(actor, { communeId })
  const id = createId(now.getTime())
  await db
    .insertInto('planning.site')
    .values({ id, communeId, ...answers, createdBy: actor.id, createdAt: now, updatedAt: now })
    .execute()
  await conclude(context, { communeId, action: 'add', kind: 'site', id })
  return id
}

/** False when somebody saved meanwhile. */
export async function saveSite(
  context: Acting,
  site: Site,
  { version, ...answers }: SiteEdit,
): Promise<boolean> {
  const { db, actor, now } = context
  demand(actor, await getSite(db, site.id))
  const saved = await db
    .updateTable('planning.site')
    .set({ ...answers, version: version + 1, updatedAt: now })
    .where('id', '=', site.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await conclude(context, { communeId: site.communeId, action: 'edit', kind: 'site', id: site.id })
  return true
}

/** Its links end with it; its measurements stay, and it may be opened again. */
export async function closeSite(context: Acting, site: Site): Promise<void> {
  const { db, actor, now } = context
  demand(actor, await getSite(db, site.id))
  const today = toDay(now)
  await db
    .updateTable('planning.site')
    .set((row) => ({ closedOn: today, version: row('version', '+', 1), updatedAt: now }))
    .where('id', '=', site.id)
    .where('closedOn', 'is', null)
    .execute()
  await db
    .updateTable('planning.outage')
    .set({ endedAt: now })
    .where('siteId', '=', site.id)
    .where('endedAt', 'is', null)
    .where('beganAt', '<', now)
    .execute()
  await conclude(context, { communeId: site.communeId, action: 'close', kind: 'site', id: site.id })
}

export async function openSiteAgain(context: Acting, site: Site): Promise<void> {
  const { db, actor, now } = context
  demand(actor, await getSite(db, site.id))
  await db
    .updateTable('planning.site')
    .set((row) => ({ closedOn: null, version: row('version', '+', 1), updatedAt: now }))
    .where('id', '=', site.id)
    .execute()
  await conclude(context, { communeId: site.communeId, action: 'open', kind: 'site', id: site.id })
}
