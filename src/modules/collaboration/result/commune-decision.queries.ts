/** What each commune of a grouped call makes of its result. */
import type { Db } from '#platform/database.ts'

export interface CommuneDecision {
  readonly communeId: string
  readonly decision: 'pending' | 'in' | 'out'
  readonly reason: string
  readonly decidedAt: Date | null
}

export async function listCommuneDecisions(db: Db, callId: string): Promise<CommuneDecision[]> {
  const rows = await db
    .selectFrom('collaboration.callCommune')
    .select(['communeId', 'decision', 'reason', 'decidedAt'])
    .where('callId', '=', callId)
    .orderBy('joinedAt')
    .orderBy('communeId')
    .execute()
  return rows as CommuneDecision[]
}
