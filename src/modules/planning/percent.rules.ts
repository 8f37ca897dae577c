/** A part of a whole, as people read it. */

/** In per cent; null when there is nothing to divide by. */
export function toPercent(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null
}
