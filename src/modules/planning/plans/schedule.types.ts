/** What the calendar of a master plan is reckoned from, and what it says. Years are counted from 0. */

export interface Candidate {
  readonly id: string
  /** Whole points: what the action brings in one year of service. */
  readonly points: number
  /** Placed before any other. */
  readonly isMandatory: boolean
  /** Years of work before it is in service. */
  readonly duration: number
  /** The whole investment, spread over the years of work. */
  readonly investment: number
  /** Each year from the one after the work. */
  readonly running: number
  /** Actions that must end no later than the year this one begins; those that are no candidates count as met. */
  readonly needs: readonly string[]
  /** Set by hand: it is not moved, whatever it costs. */
  readonly pinnedStart?: number
}

export interface ScheduleInput {
  /** What may be spent each year, in whole FCFA. */
  readonly envelopes: readonly number[]
  readonly candidates: readonly Candidate[]
  /** The first year in which anything may still begin, and whose envelope is not spent yet; 0 when left out. */
  readonly from?: number
}

export interface Schedule {
  /** The year each begins; null for those that find no place. */
  readonly starts: ReadonlyMap<string, number | null>
  readonly spent: readonly number[]
  readonly value: number
  /** True when every other calendar was shown to be worth no more. */
  readonly isExact: boolean
}

/** One way to place an action. */
export interface Placement {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly costs: readonly number[]
}

/** A candidate with the ways to place it, the earliest first. */
export interface Choice {
  readonly candidate: Candidate
  readonly placements: readonly Placement[]
}
