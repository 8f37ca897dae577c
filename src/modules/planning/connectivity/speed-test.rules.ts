/**
 * The measurement in the browser, bounded beforehand in bytes and in time. Each direction is a series of requests that double in
 * size; the last one that came back in time is the result, told in the message of the open NDT7 protocol (decision 0031).
 */

const firstBytes = 16_000

/** The largest request of each direction, and so the whole series: nothing larger is ever sent or taken. */
export const largestDownload = firstBytes * 2 ** 8
export const largestUpload = firstBytes * 2 ** 6

export interface SpeedPlan {
  readonly key: 'light' | 'usual' | 'fast'
  readonly downSteps: number
  readonly upSteps: number
}

export const speedPlans: readonly SpeedPlan[] = [
  { key: 'light', downSteps: 5, upSteps: 4 },
  { key: 'usual', downSteps: 7, upSteps: 6 },
  { key: 'fast', downSteps: 9, upSteps: 7 },
]

export function sizesOf(steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => firstBytes * 2 ** step)
}

/** All that the series may use at most, both directions. */
export function bytesOf({ downSteps, upSteps }: SpeedPlan): number {
  return [...sizesOf(downSteps), ...sizesOf(upSteps)].reduce((total, size) => total + size, 0)
}

export function isDownloadSize(bytes: number): boolean {
  return sizesOf(9).includes(bytes)
}

/** What NDT7 calls a measurement: the time is in microseconds. */
export interface Ndt7Message {
  readonly AppInfo: { readonly ElapsedTime: number; readonly NumBytes: number }
  readonly Origin: 'client'
  readonly Test: 'download' | 'upload'
}

/** In kbit/s; null for what is no such message, or cannot be true. */
export function readNdt7(text: string, test: 'download' | 'upload'): number | null {
  const message = parse(text)
  const { ElapsedTime: elapsed, NumBytes: bytes } = message?.AppInfo ?? {}
  if (message?.Test !== test || typeof elapsed !== 'number' || typeof bytes !== 'number')
    return null
  const largest = test === 'download' ? largestDownload : largestUpload
  const isPossible = elapsed >= 1 && elapsed <= 120_000_000 && bytes >= 1 && bytes <= largest
  return isPossible ? Math.max(1, Math.round((bytes * 8000) / elapsed)) : null
}

function parse(text: string): Partial<Ndt7Message> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value as Partial<Ndt7Message> | null) : null
  } catch {
    return null
  }
}
