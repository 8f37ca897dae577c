/** What each commune of a grouped call pays: the rule is part of the call, so that nobody discovers it after the award. */
import { splitAmount } from '#platform/split-amount.rules.ts'
import type { ShareRule } from '../calls/call.schema.ts'
import type { CommuneDecision } from './commune-decision.queries.ts'

/** A commune that may still pay a part, with its inhabitants. */
export interface Sharer {
  readonly communeId: string
  readonly population: number
}

/** Whoever has not refused the result; it may still be waited for. */
export function listSharers(
  decisions: readonly Pick<CommuneDecision, 'communeId' | 'decision'>[],
  populations: ReadonlyMap<string, { readonly population: number }>,
): Sharer[] {
  return decisions
    .filter(({ decision }) => decision !== 'out')
    .map(({ communeId }) => ({
      communeId,
      population: populations.get(communeId)?.population ?? 0,
    }))
}

/** Francs by commune, the whole amount between them and no franc more. */
export function shareAmount(
  amount: number,
  rule: ShareRule,
  sharers: readonly Sharer[],
): ReadonlyMap<string, number> {
  const weights = sharers.map(({ population }) => (rule === 'equal' ? 1 : population))
  const parts = splitAmount(amount, weights)
  return new Map(sharers.map(({ communeId }, index) => [communeId, parts[index] ?? 0]))
}

/** Each lot is shared to the franc on its own; a commune pays its parts of all of them. */
export function addShares(
  lots: readonly ReadonlyMap<string, number>[],
): ReadonlyMap<string, number> {
  const total = new Map<string, number>()
  for (const lot of lots)
    for (const [communeId, part] of lot) total.set(communeId, (total.get(communeId) ?? 0) + part)
  return total
}
