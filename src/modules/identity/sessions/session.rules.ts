/** How long a session lasts: seven days without use, one day for the secretariat, ninety days in all. */
import { dayMs } from '#platform/days.rules.ts'

const idleDays = 7
const idleDaysOfStaff = 1
const touchAfterMs = 300_000

export const longestDays = 90

/** A page asked for just before may still be on its way when the session is exchanged for a new one. */
export const exchangeGraceMs = 60_000

export interface SessionState {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  /** May lie ahead: the session was exchanged, and ends when the grace does. */
  readonly revokedAt: Date | null
  readonly disabledAt: Date | null
  /** Whether the person belongs to the secretariat, whomever they act for now. */
  readonly isStaff: boolean
}

export function isSessionOpen(session: SessionState, now: Date): boolean {
  if (session.disabledAt !== null || session.expiresAt <= now) return false
  if (session.revokedAt !== null && session.revokedAt <= now) return false
  const idleMs = now.getTime() - session.lastSeenAt.getTime()
  return idleMs < (session.isStaff ? idleDaysOfStaff : idleDays) * dayMs
}

/** The last use is written every five minutes at most: not every page needs to write. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= touchAfterMs
}
