/** Keeps a plan as it stands: a version is written once and never changes. */
import { getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { getFullPlan } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'
import { type Snapshot, takeSnapshot } from './snapshot.rules.ts'

export async function takePlanSnapshot(db: Context['db'], planId: string): Promise<Snapshot> {
  return takeSnapshot(await getFullPlan(db, planId))
}

export async function keepVersion(
  { db, actor, now }: Context,
  { id: planId, communeId }: Plan,
  reason: string,
): Promise<number> {
  const snapshot = JSON.stringify(await takePlanSnapshot(db, planId))
  const { number } = await db
    .insertInto('planning.planVersion')
    .values((values) => ({
      ...{ planId, communeId, reason },
      id: createId(now.getTime()),
      number: values
        .selectFrom('planning.planVersion')
        .select((row) =>
          row(row.fn.coalesce(row.fn.max('number'), row.lit(0)), '+', 1).as('number'),
        )
        .where('planId', '=', planId),
      snapshot,
      createdBy: getPersonId(actor),
      createdAt: now,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}
