/** Keeps the need that an action became, as collaboration tells it. */
import type { Db } from '#platform/database.ts'

export interface ActionNeed {
  readonly needId: string
  /** Null while the need is a draft without a reference. */
  readonly reference: string | null
  readonly status: string
}

/** Called by a subscriber, which acts as the system: the plan may be in force, where nobody else writes. */
export async function recordActionNeed(
  db: Db,
  actionId: string,
  { needId, reference, status }: ActionNeed,
): Promise<void> {
  await db
    .updateTable('planning.planAction')
    .set({ needId, needReference: reference, needStatus: status })
    .where('id', '=', actionId)
    .execute()
}
