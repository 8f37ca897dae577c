/** How long the association may act for a commune, and how an assistance came to its end. */

const hourMs = 3_600_000

/** Long enough for a working session by phone, too short to be forgotten. The database holds the same limit. */
export const durations = ['1', '2', '4'] as const
export type Duration = (typeof durations)[number]

export interface AssistanceTimes {
  readonly endsAt: Date
  readonly stoppedAt: Date | null
}

export type AssistanceState = 'open' | 'stopped' | 'elapsed'

export function computeEndsAt(startedAt: Date, hours: Duration): Date {
  return new Date(startedAt.getTime() + Number(hours) * hourMs)
}

/** It ends by the clock: nothing has to run. */
export function findState({ endsAt, stoppedAt }: AssistanceTimes, now: Date): AssistanceState {
  if (stoppedAt !== null) return 'stopped'
  return endsAt <= now ? 'elapsed' : 'open'
}

export function isAssistanceOpen(assistance: AssistanceTimes, now: Date): boolean {
  return findState(assistance, now) === 'open'
}
