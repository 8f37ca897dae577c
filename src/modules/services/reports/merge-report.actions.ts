/** One report merged into another of the same problem: whoever told it follows the other, and counts among those who say « me too ». */
import { sql } from 'kysely'
import { asSystem, type Db } from '#platform/database.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { publishReport } from './publish-report.ts'
import { type Report, reportLifecycle } from './report.lifecycle.ts'
import { markMerged, recountSupports } from './support-report.actions.ts'
import { conclude } from './treat-report.actions.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** Rows are locked in one order: of two merges that cross each other, the second finds its target gone. */
export async function mergeReport(
  context: Acting,
  id: string,
  targetReference: string,
): Promise<void> {
  const { db } = context
  const target = await lockPair(db, id, targetReference)
  const merged = await moveThrough(context, reportLifecycle, id, 'merge', {
    facts: { targetStands: target !== undefined },
    set: { mergedInto: target?.id ?? null, closedAt: context.now },
  })
  if (!target) return
  const followers = await moveFollowers(db, id, target.id)
  await asSystem(context, (own) => countTogether(own, merged.id, target.id))
  for (const one of [...followers, target.id]) await publishReport(db, one)
  await conclude(context, merged, 'merge')
}

async function lockPair(
  db: Db,
  id: string,
  reference: string,
): Promise<Pick<Report, 'id'> | undefined> {
  const rows = await db
    .selectFrom('services.report')
    .select(['id', 'reference', 'status', 'communeId'])
    .where((is) => is.or([is('id', '=', id), is('reference', '=', reference)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const own = rows.find((row) => row.id === id)
  const target = rows.find((row) => row.reference === reference)
  const stands = target && target.status !== 'duplicate' && target.communeId === own?.communeId
  return stands && target.id !== id ? target : undefined
}

/** What had been merged into it goes along. */
async function moveFollowers(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await db
    .updateTable('services.report')
    .set({ mergedInto: to })
    .where('mergedInto', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function countTogether(db: Db, from: string, to: string): Promise<void> {
  await sql`insert into services.report_support (report_id, supporter, supported_at)
    select ${to}::uuid, supporter, supported_at from services.report_support where report_id = ${from}
    union all select ${to}::uuid, ${markMerged(from)}, received_at from services.report where id = ${from}
    on conflict do nothing`.execute(db)
  await recountSupports(db, to)
}
