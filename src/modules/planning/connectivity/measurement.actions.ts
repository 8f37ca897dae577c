/** Keeping a measurement, and withdrawing one taken by mistake. */
import { createId } from '#platform/id.ts'
import { mayRemoveRecords } from './connectivity.policy.ts'
import { type Acting, conclude, demand } from './keep.ts'
import { getMeasurement, type Measurement } from './measurement.queries.ts'
import type { Measured } from './measurement.rules.ts'
import { getSite } from './site.queries.ts'

interface Recorded extends Measured {
  readonly siteId: string
  readonly linkId: string | null
  readonly source: 'browser' | 'manual'
  readonly bytesUsed: number | null
}

/** False when the same moment was already recorded there. */
export async function recordMeasurement(context: Acting, measured: Recorded): Promise<boolean> {
  const { db, actor, now } = context
  const { communeId } = await getSite(db, measured.siteId)
  demand(actor, { communeId })
  const id = createId(now.getTime())
  const saved = await db
    .insertInto('planning.measurement')
    .values({ id, communeId, ...measured, recordedBy: actor.id, recordedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await conclude(context, { communeId, action: 'record', kind: 'measurement', id })
  return true
}

export async function removeMeasurement(context: Acting, measurement: Measurement): Promise<void> {
  const { db, actor } = context
  const { id, communeId } = await getMeasurement(db, measurement.id)
  demand(actor, { communeId }, mayRemoveRecords)
  await db.deleteFrom('planning.measurement').where('id', '=', id).execute()
  await conclude(context, { communeId, action: 'remove', kind: 'measurement', id })
}
