/** The frozen result of a lot, as the public record shows it. */

import type { Award } from '../evaluation/evaluation.schema.ts'
import type { RankedBid } from '../evaluation/ranking.rules.ts'

export type FrozenBid = Omit<RankedBid, 'proposalId'> & { readonly isAwarded: boolean }

/** Best first, as it stood at the decision. */
export function readRanking({ ranking }: Pick<Award, 'ranking'>): FrozenBid[] {
  return ranking as unknown as FrozenBid[]
}

/** What the lots awarded cost together. */
export function sumAwards(awards: readonly Pick<Award, 'amount'>[]): number {
  return awards.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}
