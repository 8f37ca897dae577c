/** A good calendar, quickly: each action in turn at the earliest year it fits; then those left out are tried first, one by one. */
import type { Choice, Placement } from './schedule.types.ts'

export interface Placed {
  readonly placements: ReadonlyMap<string, Placement>
  readonly value: number
}

/** `choices` are in an order where what an action needs comes before it. */
export function placeGreedily(
  choices: readonly Choice[],
  envelopes: readonly number[],
  fixed: ReadonlyMap<string, Placement>,
): Placed {
  let best = fill(choices, envelopes, fixed)
  for (let round = 0; round < 3; round++) {
    const before = best.value
    for (const { candidate } of choices) {
      if (best.placements.has(candidate.id)) continue
      const attempt = fill(bringForward(choices, candidate.id), envelopes, fixed)
      if (attempt.value > best.value) best = attempt
    }
    if (best.value === before) return best
  }
  return best
}

/** The action and all that it needs, before the others. */
function bringForward(choices: readonly Choice[], id: string): Choice[] {
  const wanted = new Set([id])
  for (const { candidate } of choices.toReversed())
    if (wanted.has(candidate.id)) for (const need of candidate.needs) wanted.add(need)
  const isWanted = ({ candidate }: Choice) => wanted.has(candidate.id)
  return [...choices.filter(isWanted), ...choices.filter((choice) => !isWanted(choice))]
}

function fill(
  choices: readonly Choice[],
  envelopes: readonly number[],
  fixed: ReadonlyMap<string, Placement>,
): Placed {
  const left = [...envelopes]
  const known = new Set(choices.map(({ candidate }) => candidate.id))
  const placements = new Map<string, Placement>()
  let value = 0
  for (const { candidate, placements: offered } of choices) {
    const earliest = findEarliest(candidate.needs, known, placements, fixed)
    const found = offered.find(({ start, costs }) => start >= earliest && fits(costs, left))
    if (!found) continue
    placements.set(candidate.id, found)
    value += found.value
    for (const [year, cost] of found.costs.entries()) left[year] = (left[year] ?? 0) - cost
  }
  return { placements, value }
}

/** The year the last of its needs ends; never, when one of them finds no place. */
export function findEarliest(
  needs: readonly string[],
  known: ReadonlySet<string>,
  placements: ReadonlyMap<string, Placement>,
  fixed: ReadonlyMap<string, Placement>,
): number {
  let earliest = 0
  for (const need of needs) {
    const end = (placements.get(need) ?? fixed.get(need))?.end
    if (end !== undefined) earliest = Math.max(earliest, end)
    else if (known.has(need)) return Number.POSITIVE_INFINITY
  }
  return earliest
}

export function fits(costs: readonly number[], left: readonly number[]): boolean {
  return costs.every((cost, year) => cost <= (left[year] ?? 0))
}
