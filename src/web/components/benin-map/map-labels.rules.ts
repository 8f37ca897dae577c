/**
 * Where the names of the seats go: in the crowded south they stand in the margins with a line to their circle,
 * in the north there is room beside the circle itself.
 */
import type { Circle } from './map-layout.rules.ts'

export interface Label {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** From the name to the circle, when they are apart. */
  readonly line: string | null
}

type Named = Circle & { readonly name: string }

const southBegins = 330
const lineHeight = 15
const middle = 168

export function placeLabels(points: readonly Named[], width: number): Label[] {
  const south = points.filter(({ y }) => y >= southBegins)
  return [
    ...points.filter(({ y }) => y < southBegins).map(placeBelow),
    ...placeInMargin(
      south.filter(({ x }) => x < middle),
      { x: 88, anchor: 'end' },
    ),
    ...placeInMargin(
      south.filter(({ x }) => x >= middle),
      { x: width - 100, anchor: 'start' },
    ),
  ]
}

function placeBelow({ name, x, y, radius }: Named): Label {
  return { name, x: Math.round(x), y: Math.round(y + radius + 11), anchor: 'middle', line: null }
}

function placeInMargin(
  points: readonly Named[],
  margin: { x: number; anchor: 'start' | 'end' },
): Label[] {
  let lowest = 0
  return [...points]
    .sort((one, other) => one.y - other.y)
    .map(({ name, x, y }) => {
      lowest = Math.max(Math.round(y), lowest + lineHeight)
      const from = margin.anchor === 'end' ? margin.x + 3 : margin.x - 3
      const line = `M${from} ${lowest}L${Math.round(x)} ${Math.round(y)}`
      return { name, ...margin, y: lowest + 4, line }
    })
}
