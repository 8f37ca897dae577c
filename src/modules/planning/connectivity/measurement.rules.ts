/** What a measurement cannot be: a meter misread, a unit mistaken, a date ahead of the clock. */
import { addDays } from '#platform/days.rules.ts'
import { formatSpeed } from './speed.labels.ts'

export interface Measured {
  readonly takenAt: Date
  readonly downKbps: number
  readonly upKbps: number | null
  readonly latencyMs: number | null
}

/** No line of that kind gives more: Mbit/s were taken for kbit/s, or the other way round. */
const fastest: Readonly<Record<string, number>> = { '2g': 400, '3g': 42_000, adsl: 24_000 }
const fastestOfAll = 10_000_000

const oldestYears = 5

export type MeasurementField = 'takenAt' | 'down' | 'up' | 'latency'

/** By field, in French; nothing when it is plausible. */
export function checkMeasurement(
  { takenAt, downKbps, upKbps, latencyMs }: Measured,
  technology: string | null,
  now: Date,
): Partial<Record<MeasurementField, string>> {
  const most = fastest[technology ?? ''] ?? fastestOfAll
  const tooFast = `Plus rapide que ce que cette connexion peut donner (${formatSpeed(most)}) : vérifiez l’unité`
  return {
    ...checkMoment(takenAt, now),
    ...(downKbps > most && { down: tooFast }),
    ...(upKbps !== null && upKbps > most && { up: tooFast }),
    ...(latencyMs !== null &&
      (latencyMs < 1 || latencyMs > 60_000) && {
        latency: 'La latence va de 1 à 60 000 millisecondes',
      }),
  }
}

function checkMoment(takenAt: Date, now: Date): { takenAt?: string } {
  // A minute of grace: clocks differ.
  if (takenAt.getTime() > now.getTime() + 60_000) return { takenAt: 'Cette date est à venir' }
  if (takenAt < addDays(now, -366 * oldestYears))
    return { takenAt: `Une mesure de plus de ${oldestYears} ans ne dit plus rien` }
  return {}
}
