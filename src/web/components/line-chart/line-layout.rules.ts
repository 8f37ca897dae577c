/** Where the points of a line stand: time from left to right, zero at the bottom. */

export interface LinePoint {
  /** YYYY-MM-DD. */
  readonly day: string
  /** Null where nothing was measured: the line is broken there. */
  readonly value: number | null
}

export interface Placed {
  readonly x: number
  readonly y: number
  /** Its place among the points given. */
  readonly index: number
}

export interface Frame {
  readonly width: number
  readonly height: number
  /** Room left around the line, for the size of its marks and the words above them; more on the left for the scale. */
  readonly margin: number
  readonly left: number
  readonly firstDay: string
  readonly lastDay: string
  readonly maximum: number
}

/** The line as its unbroken stretches, within the days of the frame. */
export function placeLine(points: readonly LinePoint[], frame: Frame): Placed[][] {
  const stretches: Placed[][] = []
  let isOpen = false
  for (const [index, { day, value }] of points.entries()) {
    if (value === null || day < frame.firstDay || day > frame.lastDay) {
      isOpen = false
      continue
    }
    if (!isOpen) stretches.push([])
    isOpen = true
    stretches.at(-1)?.push({ x: placeDay(day, frame), y: placeValue(value, frame), index })
  }
  return stretches
}

const toNumber = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** A single day stands in the middle. */
function placeDay(day: string, { width, margin, left, firstDay, lastDay }: Frame): number {
  const span = toNumber(lastDay) - toNumber(firstDay)
  const share = span > 0 ? (toNumber(day) - toNumber(firstDay)) / span : 0.5
  return round(left + share * (width - left - margin))
}

export function placeValue(value: number, { height, margin, maximum }: Frame): number {
  return round(height - margin - clamp(value / maximum) * (height - 2 * margin))
}

const clamp = (share: number) => Math.min(Math.max(share, 0), 1)
const round = (value: number) => Math.round(value * 10) / 10

/** A round number that holds them all: 1, 2 or 5, and zeros. */
export function chooseMaximum(values: readonly number[]): number {
  const highest = Math.max(0, ...values)
  if (highest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return ([1, 2, 5].find((one) => one * power >= highest) ?? 10) * power
}
