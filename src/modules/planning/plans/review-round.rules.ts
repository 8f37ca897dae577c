/** A year's review of a plan that several communes share: whole when each said its own, or closed without those it names. */
import type { FullPlan, Plan } from './plan.schema.ts'
import type { Reviews } from './review.queries.ts'

export type RoundState = 'open' | 'whole' | 'closed'

export interface Round {
  readonly state: RoundState
  /** The communes that said nothing, the lead among them while it has not held its review. */
  readonly missing: readonly string[]
}

type Shared = {
  readonly plan: Pick<Plan, 'communeId'>
  readonly partners: readonly Pick<FullPlan['partners'][number], 'communeId' | 'status'>[]
}
type Said = {
  readonly years: readonly Pick<Reviews['years'][number], 'year' | 'closedAt'>[]
  readonly notes: readonly Pick<Reviews['notes'][number], 'year' | 'communeId'>[]
}

/** Those that share the plan with its lead. */
export function listMembers({ plan, partners }: Shared): string[] {
  return partners
    .filter(({ communeId, status }) => status === 'accepted' && communeId !== plan.communeId)
    .map(({ communeId }) => communeId)
}

/** Null for the plan of one commune: its own review says it all. */
export function describeRound(shared: Shared, year: number, { years, notes }: Said): Round | null {
  const members = listMembers(shared)
  if (members.length === 0) return null
  const review = years.find((one) => one.year === year)
  const said = new Set(notes.filter((one) => one.year === year).map(({ communeId }) => communeId))
  if (review) said.add(shared.plan.communeId)
  const missing = [shared.plan.communeId, ...members].filter((communeId) => !said.has(communeId))
  if (review?.closedAt) return { state: 'closed', missing }
  return { state: missing.length === 0 ? 'whole' : 'open', missing }
}

/** A year is also looked back on once it is over, until the end of March. */
const monthsToLookBack = 3

/** The year under review on this day: this one, the one that just ended, or the nearest of the plan's. */
export function reviewYearOf(
  { firstYear, years }: Pick<Plan, 'firstYear' | 'years'>,
  today: string,
): number {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const reviewed = month <= monthsToLookBack ? year - 1 : year
  return Math.min(Math.max(reviewed, firstYear), firstYear + years - 1)
}
