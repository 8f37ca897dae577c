/**
 * The result of a call, lot by lot, from consensus points and prices. Whole numbers only: points are kept in
 * thousandths, so that the same notes give the same ranking on every machine.
 */

export interface RankedCriterion {
  readonly id: string
  readonly kind: 'quality' | 'price'
  /** Percent; the weights of a call sum to 100. */
  readonly weight: number
  readonly minimumScore: number | null
}

/** What is known of one proposal for one lot. */
export interface Bid {
  readonly proposalId: string
  /** FCFA, all taxes included. */
  readonly price: number
  /** Consensus points out of 100, by criterion; those of price are computed. */
  readonly points: Readonly<Record<string, number>>
}

export interface RankedBid {
  readonly proposalId: string
  readonly price: number
  /** Thousandths of a point out of 100, by criterion. */
  readonly pointsMilli: Readonly<Record<string, number>>
  readonly totalMilli: number
  /** 1 is best; two that nothing tells apart share a rank. Null for a bid set aside. */
  readonly rank: number | null
  /** The criteria, or 'total', whose minimum was not reached. */
  readonly setAsideBy: readonly string[]
}

interface Rules {
  readonly criteria: readonly RankedCriterion[]
  readonly minimumScore: number
}

/** Best first, the bids set aside last. At equal totals the lower price is first; at equal prices the rank is shared. */
export function rankBids(bids: readonly Bid[], { criteria, minimumScore }: Rules): RankedBid[] {
  const lowest = Math.min(...bids.map(({ price }) => price))
  const scored = bids.map((bid) => scoreBid(bid, lowest, criteria, minimumScore))
  const kept = scored.filter(({ setAsideBy }) => setAsideBy.length === 0).sort(compareBids)
  const aside = scored.filter(({ setAsideBy }) => setAsideBy.length > 0).sort(compareBids)
  return [...kept.map((bid) => ({ ...bid, rank: rankOf(bid, kept) })), ...aside]
}

function scoreBid(
  { proposalId, price, points }: Bid,
  lowest: number,
  criteria: readonly RankedCriterion[],
  minimumScore: number,
): RankedBid {
  const pointsMilli = Object.fromEntries(
    criteria.map(({ id, kind }) => [
      id,
      kind === 'price' ? scorePrice(price, lowest) : (points[id] ?? 0) * 1000,
    ]),
  )
  const totalMilli = sumWeighted(pointsMilli, criteria)
  const failed = criteria
    .filter(
      ({ id, minimumScore: least }) => least !== null && (pointsMilli[id] ?? 0) < least * 1000,
    )
    .map(({ id }) => id)
  const setAsideBy = totalMilli < minimumScore * 1000 ? [...failed, 'total'] : failed
  return { proposalId, price, pointsMilli, totalMilli, rank: null, setAsideBy }
}

/** The lowest price has 100 points, another the share that the lowest is of it. A free offer has them all. */
export function scorePrice(price: number, lowest: number): number {
  if (price === lowest) return 100_000
  return Math.floor((lowest * 100_000) / price)
}

function sumWeighted(
  pointsMilli: Readonly<Record<string, number>>,
  criteria: readonly RankedCriterion[],
): number {
  const sum = criteria.reduce((total, { id, weight }) => total + weight * (pointsMilli[id] ?? 0), 0)
  return Math.round(sum / 100)
}

function compareBids(one: RankedBid, other: RankedBid): number {
  return (
    other.totalMilli - one.totalMilli ||
    one.price - other.price ||
    one.proposalId.localeCompare(other.proposalId)
  )
}

function rankOf(bid: RankedBid, kept: readonly RankedBid[]): number {
  const isBefore = (other: RankedBid) =>
    other.totalMilli > bid.totalMilli ||
    (other.totalMilli === bid.totalMilli && other.price < bid.price)
  return 1 + kept.filter(isBefore).length
}
