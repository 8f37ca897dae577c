/** The outline of Benin and the place of a point on it, in whole units so that the drawing stays light. */
import { createRequire } from 'node:module'
import { geoMercator } from 'd3-geo'
import type { Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** What one drawing shows: the same country, moved and enlarged. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly left: number
  readonly top: number
}

const width = 360
const height = 600

/** Benin in ISO 3166-1. */
const benin = '204'

const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
  countries: GeometryCollection
}>
const country = findBenin()
const projection = geoMercator().fitExtent(
  [
    [8, 8],
    [width - 8, height - 8],
  ],
  country,
)

function findBenin(): Polygon {
  const found = feature(atlas, atlas.objects.countries).features.find(({ id }) => id === benin)
  if (found?.geometry.type !== 'Polygon') throw new Error('The atlas has no outline of Benin')
  return found.geometry
}

function project(latitude: number, longitude: number): [number, number] {
  const projected = projection([longitude, latitude])
  if (!projected) throw new Error(`No place on the map for ${latitude}, ${longitude}`)
  return projected
}

/** More than half of the communes lie south of this latitude, on a tenth of the land: they have a drawing of their own. */
export const southernLatitude = 7.4

export const wholeFrame: Frame = { width, height, scale: 1, left: 0, top: 0 }
/** East of the border, room is left for a name: around Porto-Novo there is none. */
export const southFrame = frameBetween(project(southernLatitude, 1.5), project(6.1, 3.02))

function frameBetween([left, top]: [number, number], [right, bottom]: [number, number]): Frame {
  const scale = width / (right - left)
  return { width, height: Math.round((bottom - top) * scale), scale, left, top }
}

export function placeIn(frame: Frame, latitude: number, longitude: number): [number, number] {
  const [x, y] = project(latitude, longitude)
  return [(x - frame.left) * frame.scale, (y - frame.top) * frame.scale]
}

/** As an SVG path of relative steps, shorter than absolute ones. */
export function drawOutline(frame: Frame): string {
  let previous: readonly [number, number] = [0, 0]
  const steps: string[] = []
  for (const [longitude = 0, latitude = 0] of country.coordinates[0] ?? []) {
    const [x, y] = placeIn(frame, latitude, longitude).map(Math.round) as [number, number]
    const [dx, dy] = [x - previous[0], y - previous[1]]
    if (dx === 0 && dy === 0) continue
    steps.push(`${dx}${dy < 0 ? dy : ` ${dy}`}`)
    previous = [x, y]
  }
  return `m${steps.join('l')}z`
}
