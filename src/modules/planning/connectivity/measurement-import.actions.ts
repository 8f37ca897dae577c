/** Writing the measurements of a file: those that are known by their site, moment and source are left as they are. */
import { getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import type { ImportDraft, ImportOutcome } from '#platform/tables/import-draft.ts'
import { type Acting, demand } from './keep.ts'

interface Row {
  readonly siteId: string
  readonly takenAt: Date
  readonly downKbps: number | null
  readonly upKbps: number | null
  readonly latencyMs: number | null
}

export async function keepMeasurements(
  context: Acting,
  draft: Pick<ImportDraft, 'id' | 'name'>,
  communeId: string,
  rows: readonly Row[],
): Promise<ImportOutcome> {
  const { db, actor, now } = context
  demand(actor, { communeId })
  await keepImport(context, draft, communeId, rows.length)
  const links = await findOnlyLinks(context, communeId)
  const saved = await db
    .insertInto('planning.measurement')
    .values(
      rows.map((row) => ({
        ...row,
        id: createId(now.getTime()),
        communeId,
        linkId: links.get(row.siteId) ?? null,
        downKbps: row.downKbps ?? 0,
        source: 'file',
        importId: draft.id,
        recordedBy: actor.id,
        recordedAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  await db
    .updateTable('planning.measurementImport')
    .set((row) => ({ added: row('added', '+', saved.length) }))
    .where('id', '=', draft.id)
    .execute()
  return { written: saved.length, unchanged: rows.length - saved.length }
}

async function keepImport(
  { db, actor, now }: Acting,
  { id, name }: Pick<ImportDraft, 'id' | 'name'>,
  communeId: string,
  rows: number,
): Promise<void> {
  await db
    .insertInto('planning.measurementImport')
    .values({
      ...{ id, communeId, fileName: name, rows, added: 0 },
      importedBy: getPersonId(actor),
      importedAt: now,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        rows: row('planning.measurementImport.rows', '+', rows),
      })),
    )
    .execute()
}

/** A file names no link: where a site has one only, it is that one. */
async function findOnlyLinks({ db }: Acting, communeId: string): Promise<Map<string, string>> {
  const links = await db
    .selectFrom('planning.link')
    .select(['id', 'siteId'])
    .where('communeId', '=', communeId)
    .where('until', 'is', null)
    .execute()
  const only = new Map<string, string>()
  for (const { id, siteId } of links)
    if (links.filter((link) => link.siteId === siteId).length === 1) only.set(siteId, id)
  return only
}
