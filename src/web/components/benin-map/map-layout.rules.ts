/**
 * Places circles near where they belong without letting them cover each other: some communes are closer
 * together than a finger is wide. The same points always give the same drawing.
 */

export interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const rounds = 150
const gap = 1
const pullHome = 0.06

/** Radius by the square root of the population, so that the area tells it. */
export function toRadius(population: number, largest: number): number {
  const [smallestRadius, largestRadius] = [8, 20]
  return smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(population / largest)
}

export function spreadCircles<T extends Circle>(circles: readonly T[], size: Size): T[] {
  const placed = circles.map((circle) => ({ ...circle }))
  for (let round = 0; round < rounds; round += 1) {
    pullBack(placed, circles, round < rounds / 2 ? pullHome : 0)
    pushApart(placed)
    keepInside(placed, size)
  }
  return placed
}

type Movable = { x: number; y: number; radius: number }

function pullBack(placed: Movable[], homes: readonly Circle[], strength: number): void {
  placed.forEach((circle, index) => {
    const home = homes[index] ?? circle
    circle.x += (home.x - circle.x) * strength
    circle.y += (home.y - circle.y) * strength
  })
}

function pushApart(placed: Movable[]): void {
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) separate(one, other)
  }
}

function separate(one: Movable, other: Movable): void {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const wanted = one.radius + other.radius + gap
  const distance = Math.hypot(dx, dy)
  if (distance >= wanted) return
  const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance]
  const push = (wanted - distance) / 2
  one.x -= ux * push
  one.y -= uy * push
  other.x += ux * push
  other.y += uy * push
}

function keepInside(placed: Movable[], { width, height }: Size): void {
  for (const circle of placed) {
    circle.x = clamp(circle.x, circle.radius + gap, width - circle.radius - gap)
    circle.y = clamp(circle.y, circle.radius + gap, height - circle.radius - gap)
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
