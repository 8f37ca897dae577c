/**
 * A price for each year's franc, such that what is worth more than its price is about what the envelopes can pay. With any
 * prices, « the envelopes at their price, plus what each action is worth above its own » is more than any calendar can bring:
 * the search stops looking where even that would not do better (Lagrangian bound).
 */
import type { Choice, Placement } from './schedule.types.ts'

export interface Bound {
  readonly prices: readonly number[]
  /** From each place in the order, what the actions from there on can bring above their price, at most. */
  readonly rest: readonly number[]
}

const rounds = 80

export function findPrices(
  choices: readonly Choice[],
  envelopes: readonly number[],
  reached: number,
): Bound {
  let prices = envelopes.map(() => 0)
  let best = { prices, bound: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round++) {
    const chosen = choices.map(({ placements }) => choose(placements, prices))
    const bound = pay(envelopes, prices) + chosen.reduce((sum, one) => sum + gainOf(one, prices), 0)
    if (bound < best.bound) best = { prices, bound }
    const excess = envelopes.map((envelope, year) =>
      chosen.reduce((sum, one) => sum + (one?.costs[year] ?? 0), -envelope),
    )
    const length = excess.reduce((sum, one) => sum + one * one, 0)
    const gap = bound - reached
    if (length === 0 || gap < 1) break
    const step = gap / length / (1 + round / 20)
    prices = prices.map((price, year) => Math.max(0, price + step * (excess[year] ?? 0)))
  }
  return { prices: best.prices, rest: sumFromEnd(choices, best.prices) }
}

export function pay(francs: readonly number[], prices: readonly number[]): number {
  return francs.reduce((sum, amount, year) => sum + amount * (prices[year] ?? 0), 0)
}

/** What a placement is worth above the price of its francs. */
export function gainOf(placement: Placement | undefined, prices: readonly number[]): number {
  return placement ? Math.max(0, placement.value - pay(placement.costs, prices)) : 0
}

function choose(
  placements: readonly Placement[],
  prices: readonly number[],
): Placement | undefined {
  let best: Placement | undefined
  for (const one of placements) if (gainOf(one, prices) > gainOf(best, prices)) best = one
  return best
}

function sumFromEnd(choices: readonly Choice[], prices: readonly number[]): number[] {
  const rest = [0]
  for (const { placements } of choices.toReversed())
    rest.push((rest.at(-1) ?? 0) + gainOf(choose(placements, prices), prices))
  return rest.reverse()
}
