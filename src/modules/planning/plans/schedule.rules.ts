/**
 * Chooses the actions of a master plan and the year each begins. The rule, as the page « Comment le calendrier est calculé »
 * states it: an action brings its points for each year of service; mandatory ones come first; none begins before what it needs
 * has ended; no year costs more than its envelope; among all such calendars, the one that brings most.
 */

import type { Placement, Schedule, ScheduleInput } from './schedule.types.ts'
import { listChoices, placePinned } from './schedule-costs.rules.ts'
import { placeGreedily } from './schedule-greedy.rules.ts'
import { orderCandidates } from './schedule-order.rules.ts'
import { findPrices } from './schedule-prices.rules.ts'
import { searchBetter } from './schedule-search.rules.ts'

export function schedulePlan({ envelopes, candidates, from }: ScheduleInput): Schedule {
  const years = envelopes.length
  const fixed = new Map(
    candidates
      .filter(({ pinnedStart }) => pinnedStart !== undefined)
      .map((candidate) => [candidate.id, placePinned(candidate, years)]),
  )
  const left = envelopes.map((envelope, year) =>
    Math.max(0, envelope - sumCosts(fixed.values(), year)),
  )
  const free = candidates.filter(({ id }) => !fixed.has(id))
  const choices = listChoices(orderCandidates(free), years, from)
  const quick = placeGreedily(choices, left, fixed)
  const bound = findPrices(choices, left, quick.value)
  const found = searchBetter(choices, left, fixed, bound, quick)
  const placed = new Map([...fixed, ...found.placements])
  return {
    starts: new Map(candidates.map(({ id }) => [id, placed.get(id)?.start ?? null])),
    spent: envelopes.map((_, year) => sumCosts(placed.values(), year)),
    value: [...placed.values()].reduce((sum, { value }) => sum + value, 0),
    isExact: found.isExact,
  }
}

function sumCosts(placements: Iterable<Placement>, year: number): number {
  let sum = 0
  for (const { costs } of placements) sum += costs[year] ?? 0
  return sum
}

export interface Move {
  readonly id: string
  /** Null: out of the calendar. */
  readonly before: number | null
  readonly after: number | null
  readonly kind: 'same' | 'later' | 'earlier' | 'dropped' | 'added'
}

export interface Simulation {
  readonly envelopes: readonly number[]
  readonly before: Schedule
  readonly after: Schedule
  readonly moves: readonly Move[]
}

/** What moves, drops or comes in when every envelope still to spend changes by so many percent: -20 for « 20 % lower ». */
export function simulateEnvelopes(input: ScheduleInput, percent: number): Simulation {
  const { from = 0 } = input
  const envelopes = input.envelopes.map((envelope, year) =>
    year < from ? envelope : Math.max(0, Math.floor((envelope * (100 + percent)) / 100)),
  )
  const before = schedulePlan(input)
  const after = schedulePlan({ ...input, envelopes })
  const moves = input.candidates.map(({ id }) =>
    compare(id, before.starts.get(id) ?? null, after.starts.get(id) ?? null),
  )
  return { envelopes, before, after, moves }
}

function compare(id: string, before: number | null, after: number | null): Move {
  return { id, before, after, kind: nameMove(before, after) }
}

function nameMove(before: number | null, after: number | null): Move['kind'] {
  if (before === after) return 'same'
  if (after === null) return 'dropped'
  if (before === null) return 'added'
  return after > before ? 'later' : 'earlier'
}
