/** The ground of a drawing: the country, and the communes in it where their limits are known. */
import { drawBorders } from './borders.rules.ts'
import { cropRing } from './crop-ring.rules.ts'
import { drawOutline, type Frame, placeIn } from './outline.ts'

export interface MapAreas {
  /** Of [longitude, latitude]. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  /** Every commune has its limits: together they are the country. */
  readonly areComplete: boolean
  /** Who publishes them. */
  readonly source: string
}

/** In characters, so that the page keeps to its weight: two drawings compress to about half of it. */
const longest = 2600

export function drawLand(
  frame: Frame,
  areas: MapAreas | undefined,
): { land: string; borders: string } {
  if (!areas) return { land: drawOutline(frame), borders: '' }
  const rings = areas.rings.map((ring) => cropRing(ring.map(toSpot(frame)), frame))
  const { outline, inner } = drawBorders(
    rings.filter((ring) => ring.length > 0),
    longest,
  )
  if (areas.areComplete) return { land: outline, borders: inner }
  return { land: drawOutline(frame), borders: outline + inner }
}

function toSpot(frame: Frame) {
  return ([longitude, latitude]: readonly [number, number]) => placeIn(frame, latitude, longitude)
}
