/** Who shares what the result of a call costs, and each one's part. */
import { listCommuneFacts } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { Call } from '../calls/call.schema.ts'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import type { CommuneDecision } from './commune-decision.queries.ts'
import { addShares, listSharers, type Sharer, shareAmount } from './share.rules.ts'

/** Of a grouped call, the communes that have not refused; otherwise the only one there is. */
export async function loadSharers(
  db: Db,
  { communeId }: Call,
  decisions: readonly CommuneDecision[],
): Promise<Sharer[]> {
  if (decisions.length === 0) return [{ communeId, population: 1 }]
  const ids = decisions.map((decision) => decision.communeId)
  return listSharers(decisions, await listCommuneFacts(db, ids))
}

/** Francs by commune, over all the lots that were awarded. */
export async function loadShares(
  db: Db,
  call: Call,
  decisions: readonly CommuneDecision[],
): Promise<ReadonlyMap<string, number>> {
  const sharers = await loadSharers(db, call, decisions)
  const awards = await listAwards(db, call.id)
  return addShares(awards.map(({ amount }) => shareAmount(amount ?? 0, call.shareRule, sharers)))
}
