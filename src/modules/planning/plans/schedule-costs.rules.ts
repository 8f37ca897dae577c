/** What an action costs and brings, year by year, depending on when it begins. */
import type { Candidate, Choice, Placement } from './schedule.types.ts'

/** A mandatory action is worth more than all the others together. */
const mandatoryPoints = 1_000_000

/** Shares of a whole, in whole francs: none is lost, none differs from another by more than one. */
export function splitEvenly(amount: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor((amount * (index + 1)) / parts) - Math.floor((amount * index) / parts),
  )
}

type Costed = Pick<Candidate, 'duration' | 'investment' | 'running'>

/** The investment over the years of work, then the running cost; what falls after the last year is left out. */
export function spreadCosts(
  { duration, investment, running }: Costed,
  start: number,
  years: number,
): number[] {
  const parts = splitEvenly(investment, duration)
  return Array.from({ length: years }, (_, year) => {
    if (year < start) return 0
    return year < start + duration ? (parts[year - start] ?? 0) : running
  })
}

/** The year in which it is finished counts, and each one after. */
export function countServiceYears(duration: number, start: number, years: number): number {
  return Math.max(0, years - start - duration + 1)
}

export function worthPerYear({ points, isMandatory }: Candidate): number {
  return points + (isMandatory ? mandatoryPoints : 0)
}

function place(candidate: Candidate, start: number, years: number): Placement {
  return {
    start,
    end: start + candidate.duration - 1,
    value: worthPerYear(candidate) * countServiceYears(candidate.duration, start, years),
    costs: spreadCosts(candidate, start, years),
  }
}

/** An action that would not be finished within the plan is not begun. */
export function listChoices(candidates: readonly Candidate[], years: number, from = 0): Choice[] {
  return candidates.map((candidate) => ({
    candidate,
    placements: Array.from(
      { length: Math.max(0, years - candidate.duration + 1 - from) },
      (_, index) => place(candidate, from + index, years),
    ),
  }))
}

/** A pinned action stands where it was put, even when it ends after the plan. */
export function placePinned(candidate: Candidate, years: number): Placement {
  return place(candidate, candidate.pinnedStart ?? 0, years)
}
