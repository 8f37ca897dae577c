/** Recording an outage, correcting it, saying that it ended, and withdrawing one recorded by mistake. */
import { createId } from '#platform/id.ts'
import { mayRemoveRecords } from './connectivity.policy.ts'
import { type Acting, conclude, demand } from './keep.ts'
import { getOutage, type OutageRow } from './outage.queries.ts'
import { getLink, type Link } from './site.queries.ts'
import type { OutageEdit } from './site-edit.schema.ts'

export async function recordOutage(
  context: Acting,
  link: Link,
  { version: _, ...answers }: OutageEdit,
): Promise<void> {
  const { db, actor, now } = context
  const { communeId, siteId } = await getLink(db, link.id)
  demand(actor, { communeId })
  const id = createId(now.getTime())
  await db
    .insertInto('planning.outage')
    .values({
      ...{ id, linkId: link.id, siteId, communeId, ...answers },
      recordedBy: actor.id,
      recordedAt: now,
    })
    .execute()
  await conclude(context, { communeId, action: 'record', kind: 'outage', id })
}

/** False when somebody saved meanwhile. */
export async function saveOutage(
  context: Acting,
  outage: OutageRow,
  { version, ...answers }: OutageEdit,
): Promise<boolean> {
  const { db, actor } = context
  const { communeId } = await getOutage(db, outage.id)
  demand(actor, { communeId })
  const saved = await db
    .updateTable('planning.outage')
    .set({ ...answers, version: version + 1 })
    .where('id', '=', outage.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await conclude(context, { communeId, action: 'edit', kind: 'outage', id: outage.id })
  return true
}

export async function endOutage(context: Acting, outage: OutageRow): Promise<void> {
  const { db, actor, now } = context
  const { communeId } = await getOutage(db, outage.id)
  demand(actor, { communeId })
  await db
    .updateTable('planning.outage')
    .set((row) => ({ endedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', outage.id)
    .where('endedAt', 'is', null)
    .execute()
  await conclude(context, { communeId, action: 'end', kind: 'outage', id: outage.id })
}

export async function removeOutage(context: Acting, outage: OutageRow): Promise<void> {
  const { db, actor } = context
  const { communeId } = await getOutage(db, outage.id)
  demand(actor, { communeId }, mayRemoveRecords)
  await db.deleteFrom('planning.outage').where('id', '=', outage.id).execute()
  await conclude(context, { communeId, action: 'remove', kind: 'outage', id: outage.id })
}
