/** Where the axes of a radar chart stand: the first on top, the others clockwise, all as long. */

export const radarWidth = 370
export const radarHeight = 300
const centreX = radarWidth / 2
const centreY = 146
const radius = 88
const toLabel = 12

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Spoke {
  readonly end: Point
  readonly label: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

function place(index: number, count: number, distance: number): Point {
  const angle = (index / count) * 2 * Math.PI
  return {
    x: round(centreX + Math.sin(angle) * distance),
    y: round(centreY - Math.cos(angle) * distance),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** The corners of a shape whose values go from 0, at the centre, to the maximum. */
export function placeValues(values: readonly number[], maximum: number): Point[] {
  return values.map((value, index) => {
    const share = Math.min(Math.max(value / maximum, 0), 1)
    return place(index, values.length, share * radius)
  })
}

export function placeSpokes(count: number): Spoke[] {
  return Array.from({ length: count }, (_, index) => {
    const end = place(index, count, radius)
    const label = place(index, count, radius + toLabel)
    return { end, label, anchor: chooseAnchor(label.x) }
  })
}

function chooseAnchor(x: number): Spoke['anchor'] {
  if (Math.abs(x - centreX) < 5) return 'middle'
  return x > centreX ? 'start' : 'end'
}

export function toPoints(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ')
}
