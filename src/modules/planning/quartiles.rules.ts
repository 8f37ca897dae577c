/** Where half of a group of communes stands, once there are enough of them. */

/** With fewer, a median says more of one neighbour than of the category. */
export const fewestCommunes = 5

export interface Quartiles {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** By linear interpolation between ranks, as spreadsheets and PostgreSQL (percentile_cont) do. */
export function computeQuartiles(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b)
  return { low: pick(sorted, 0.25), median: pick(sorted, 0.5), high: pick(sorted, 0.75) }
}

function pick(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1)
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? below
  return Math.round((below + (above - below) * (rank - Math.floor(rank))) * 1000) / 1000
}
