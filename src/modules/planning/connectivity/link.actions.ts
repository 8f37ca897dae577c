/** Adding and changing a link of a site. A link ends by its last day; it is never erased, for its measurements' sake. */
import { createId } from '#platform/id.ts'
import { type Acting, conclude, demand } from './keep.ts'
import { getLink, getSite, type Link } from './site.queries.ts'
import type { Site } from './site.schema.ts'
import type { LinkEdit } from './site-edit.schema.ts'

function toColumns({ down, up, version: _, ...answers }: LinkEdit) {
  return { ...answers, downKbps: down || null, upKbps: up || null }
}

export async function addLink(context: Acting, site: Site, edit: LinkEdit): Promise<string> {
  const { db, actor, now } = context
  const { communeId } = await getSite(db, site.id)
  demand(actor, { communeId })
  const id = createId(now.getTime())
  await db
    .insertInto('planning.link')
    .values({
      ...{ id, siteId: site.id, communeId, ...toColumns(edit) },
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await conclude(context, { communeId, action: 'add', kind: 'link', id })
  return id
}

/** False when somebody saved meanwhile. */
export async function saveLink(context: Acting, link: Link, edit: LinkEdit): Promise<boolean> {
  const { db, actor, now } = context
  const { communeId } = await getLink(db, link.id)
  demand(actor, { communeId })
  const saved = await db
    .updateTable('planning.link')
    .set({ ...toColumns(edit), version: edit.version + 1, updatedAt: now })
    .where('id', '=', link.id)
    .where('version', '=', edit.version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await conclude(context, { communeId, action: 'edit', kind: 'link', id: link.id })
  return true
}
