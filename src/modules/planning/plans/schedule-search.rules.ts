/** Looks for a better calendar than the one in hand, and knows when there is none (branch and bound, within a number of tries). */

import type { Choice, Placement } from './schedule.types.ts'
import { findEarliest, fits, type Placed } from './schedule-greedy.rules.ts'
import { type Bound, gainOf, pay } from './schedule-prices.rules.ts'

const mostTries = 60_000

export interface Found extends Placed {
  readonly isExact: boolean
}

export function searchBetter(
  choices: readonly Choice[],
  envelopes: readonly number[],
  fixed: ReadonlyMap<string, Placement>,
  { prices, rest }: Bound,
  inHand: Placed,
): Found {
  const known = new Set(choices.map(({ candidate }) => candidate.id))
  const left = [...envelopes]
  const placements = new Map<string, Placement>()
  let best: Placed = inHand
  let tries = 0

  const visit = (place: number, value: number): void => {
    if (tries >= mostTries) return
    tries++
    const choice = choices[place]
    if (!choice) {
      if (value > best.value) best = { placements: new Map(placements), value }
      return
    }
    if (value + pay(left, prices) + (rest[place] ?? 0) < best.value + 1 - 1e-3) return
    const { candidate } = choice
    const earliest = findEarliest(candidate.needs, known, placements, fixed)
    const possible = rank(choice, prices).filter(({ start }) => start >= earliest)
    for (const placement of possible.filter(({ costs }) => fits(costs, left))) {
      spend(left, placement, 1)
      placements.set(candidate.id, placement)
      visit(place + 1, value + placement.value)
      placements.delete(candidate.id)
      spend(left, placement, -1)
    }
    visit(place + 1, value)
  }
  visit(0, 0)
  return { ...best, isExact: tries < mostTries }
}

/** The most promising first. */
function rank({ placements }: Choice, prices: readonly number[]): Placement[] {
  return placements.toSorted((a, b) => gainOf(b, prices) - gainOf(a, prices) || a.start - b.start)
}

function spend(left: number[], { costs }: Placement, sign: 1 | -1): void {
  for (const [year, cost] of costs.entries()) left[year] = (left[year] ?? 0) - sign * cost
}
