/** Puts the name of a seat below, above, beside or at a corner of its circle: wherever it hides the least. */
import type { Circle } from './map-layout.rules.ts'

export interface Label {
  readonly name: string
  readonly x: number
  readonly y: number
}

type Named = Circle & { readonly name: string }
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const letterWidth = 7.5
const lineHeight = 13

export function placeLabels(seats: readonly Named[], circles: readonly Circle[]): Label[] {
  return seats.map((seat) => {
    const others = circles.filter(({ x, y }) => x !== seat.x || y !== seat.y)
    const places = listPlaces(seat)
    const hidden = places.map((place) => measureHidden(toBox(place), others))
    return places[hidden.indexOf(Math.min(...hidden))] as Label
  })
}

/** The text is centred on x and stands on y. */
function listPlaces({ name, x, y, radius }: Named): Label[] {
  const half = (name.length * letterWidth) / 2
  const beside = Math.round(radius + 3 + half)
  const diagonal = radius * 0.7
  const askew = Math.round(diagonal + half)
  const [lower, upper] = [Math.round(y + diagonal + 11), Math.round(y - diagonal - 3)]
  return [
    { name, x, y: y + radius + 12 },
    { name, x, y: y - radius - 4 },
    { name, x: x + beside, y: y + 4 },
    { name, x: x - beside, y: y + 4 },
    ...[x + askew, x - askew].flatMap((aside) => [
      { name, x: aside, y: lower },
      { name, x: aside, y: upper },
    ]),
  ]
}

function toBox({ name, x, y }: Label): Box {
  const half = (name.length * letterWidth) / 2
  return { left: x - half, right: x + half, top: y - lineHeight + 3, bottom: y + 3 }
}

/** How much of the circles the box covers, as boxes: enough to compare. */
function measureHidden(box: Box, circles: readonly Circle[]): number {
  return circles.reduce((sum, { x, y, radius }) => {
    const width = Math.min(box.right, x + radius) - Math.max(box.left, x - radius)
    const height = Math.min(box.bottom, y + radius) - Math.max(box.top, y - radius)
    return width > 0 && height > 0 ? sum + width * height : sum
  }, leavesDrawing(box))
}

const mapWidth = 360

function leavesDrawing({ left, right }: Box): number {
  return left < 0 || right > mapWidth ? 1000 : 0
}
