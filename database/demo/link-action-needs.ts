/** Needs of the demonstration world that were born of an action of their commune's master plan, told to it as a subscriber would. */
import { findPlanInForce, recordActionNeed } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { organisationId } from './ids.ts'

/** After the plans and the needs: each need goes to the first application of the plan in force in one of its domains. */
export async function linkActionNeeds(db: Db, commune: string): Promise<void> {
  const communeId = organisationId(commune)
  const plan = await findPlanInForce(db, communeId)
  const needs = await db
    .selectFrom('collaboration.need')
    .select(['id', 'reference', 'status', 'domains'])
    .where('communeId', '=', communeId)
    .where('status', '!=', 'withdrawn')
    .orderBy('createdAt')
    .execute()
  const free = (plan?.actions ?? []).filter(
    ({ needId, targetArea }) => needId === null && targetArea === 'applications',
  )
  for (const { id, reference, status, domains } of needs) {
    const place = free.findIndex((action) => action.domains.some((one) => domains.includes(one)))
    const [action] = place < 0 ? [] : free.splice(place, 1)
    if (!action) continue
    await db
      .updateTable('collaboration.need')
      .set({ planActionId: action.id })
      .where('id', '=', id)
      .execute()
    await recordActionNeed(db, action.id, { needId: id, reference, status })
  }
}
