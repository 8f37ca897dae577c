/** When a message is tried again, when it is given up, and how long a receiver is left alone. Chance is an argument, from 0 to 1. */

const minute = 60_000
const hour = 60 * minute
const firstWaitMs = minute / 2
const longestWaitMs = 12 * hour

/** Twelve attempts, over about three days: 30 s, 2 min, 8 min, 32 min, 2 h, 8 h 30, then twice a day. */
export const mostAttempts = 12

/** After so many attempts that failed. A fifth more or less, so that those who failed together do not come back together. */
export function waitAfter(attempts: number, chance: number): number {
  const wait = Math.min(firstWaitMs * 4 ** (attempts - 1), longestWaitMs)
  return Math.round(wait * (0.8 + 0.4 * chance))
}

const longestRestMs = 30 * minute
const slowMs = 3000

interface Attempted {
  readonly tookMs: number
  /** Attempts of any message that failed in a row, this one included; 0 when it succeeded. */
  readonly failures: number
}

/**
 * For how long the receiver gets nothing. Whoever keeps us waiting, then answers or not, has a tenth of a worker at most; of whoever is
 * dead, one message in half an hour asks whether they are back.
 */
export function restAfter({ tookMs, failures }: Attempted, chance: number): number {
  const slowness = tookMs > slowMs ? tookMs * 10 : 0
  if (failures === 0) return slowness
  const wait = Math.min(firstWaitMs * 2 ** (failures - 1), longestRestMs)
  return Math.max(slowness, Math.round(wait * (0.8 + 0.4 * chance)))
}

const patienceMs = 60 * hour

/** A message was given up, and nothing went through for as long as it was tried. */
export function isUnreachable(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= patienceMs
}
