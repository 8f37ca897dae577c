/** What is still to be noted, and the result of a call lot by lot. */
import type { Criterion, FullCall } from '../calls/call.schema.ts'
import type { OpenedBid } from '../opening/bid.queries.ts'
import type { Consensus } from './evaluation.schema.ts'
import { type RankedBid, rankBids } from './ranking.rules.ts'

type Noted = Pick<Consensus, 'proposalId' | 'criterionId' | 'points'>

/** Price is computed; everything else is noted. */
export function listNotedCriteria(criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(({ kind }) => kind === 'quality')
}

/** The criteria of this proposal without a note yet. */
export function listUnnoted(
  proposalId: string,
  criteria: readonly Criterion[],
  notes: readonly Noted[],
): Criterion[] {
  const noted = new Set(
    notes.filter((note) => note.proposalId === proposalId).map(({ criterionId }) => criterionId),
  )
  return listNotedCriteria(criteria).filter(({ id }) => !noted.has(id))
}

/** An envelope that could not be opened is not noted. */
export function isEverythingNoted(
  bids: readonly Pick<OpenedBid, 'proposalId' | 'content'>[],
  criteria: readonly Criterion[],
  notes: readonly Noted[],
): boolean {
  return bids
    .filter(({ content }) => content !== null)
    .every(({ proposalId }) => listUnnoted(proposalId, criteria, notes).length === 0)
}

export interface LotResult {
  readonly lotId: string
  readonly ranking: readonly RankedBid[]
}

/** Each lot ranks the proposals that gave it a price. */
export function rankLots(
  { call, lots, criteria }: FullCall,
  bids: readonly Pick<OpenedBid, 'proposalId' | 'content'>[],
  consensus: readonly Noted[],
): LotResult[] {
  const rules = { criteria, minimumScore: call.minimumScore }
  return lots.map(({ id }) => ({
    lotId: id,
    ranking: rankBids(
      bids.flatMap(({ proposalId, content }) => {
        const price = content?.prices.find(({ lotId }) => lotId === id)
        return price
          ? [{ proposalId, price: price.amount, points: pointsOf(proposalId, consensus) }]
          : []
      }),
      rules,
    ),
  }))
}

function pointsOf(proposalId: string, consensus: readonly Noted[]): Record<string, number> {
  return Object.fromEntries(
    consensus
      .filter((note) => note.proposalId === proposalId)
      .map(({ criterionId, points }) => [criterionId, points]),
  )
}
