/** What an area leaves outside the drawing is laid flat just beyond its sides, so that the area stays closed. */
import type { Spot } from './edges.rules.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const margin = 9

/** Empty when nothing of the area is in the drawing. */
export function cropRing(ring: readonly Spot[], { width, height }: Size): Spot[] {
  const clamp = (at: number, size: number) => Math.min(Math.max(at, -margin), size + margin)
  const clamped = ring.map(([x, y]): Spot => [clamp(x, width), clamp(y, height)])
  const isInside = ([x, y]: Spot) =>
    x > -margin && x < width + margin && y > -margin && y < height + margin
  if (!clamped.some(isInside)) return []
  return clamped.filter((spot, at) => {
    const [before, after] = [clamped.at(at - 1) ?? spot, clamped[(at + 1) % clamped.length] ?? spot]
    return isInside(spot) || !isOnOneSide(before, spot, after, { width, height })
  })
}

function isOnOneSide(before: Spot, spot: Spot, after: Spot, { width, height }: Size): boolean {
  const sides = [
    [0, -margin],
    [0, width + margin],
    [1, -margin],
    [1, height + margin],
  ] as const
  return sides.some(([axis, at]) => [before, spot, after].every((one) => one[axis] === at))
}
