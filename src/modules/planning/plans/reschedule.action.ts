/** Writes a calendar that was reckoned again. */
import type { Context } from '#platform/web.ts'
import type { Proposal } from './reschedule.rules.ts'

export async function saveReschedule(
  { db, now }: Context,
  proposals: readonly Proposal[],
): Promise<void> {
  for (const { action, startYear, endYear } of proposals)
    await db
      .updateTable('planning.planAction')
      .set({ startYear, endYear, version: action.version + 1, updatedAt: now })
      .where('id', '=', action.id)
      .execute()
}
