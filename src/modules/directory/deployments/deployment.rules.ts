/** A use is told once it has begun: what is only planned is not one. */
import { toDay } from '#platform/format.ts'

export const pastDay = 'Indiquez une date passée : une utilisation prévue n’en est pas encore une'

export function isToCome(since: string | null, now: Date): boolean {
  return since !== null && since > toDay(now)
}
