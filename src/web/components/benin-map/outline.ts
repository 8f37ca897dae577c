/** The outline of Benin and the place of a point on it, in whole units so that the drawing stays light. */
import { createRequire } from 'node:module'
import { geoMercator } from 'd3-geo'
import type { Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export const mapWidth = 360
export const mapHeight = 600

/** Benin in ISO 3166-1. */
const benin = '204'

const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
  countries: GeometryCollection
}>
const country = findBenin()
const projection = geoMercator().fitExtent(
  [
    [8, 8],
    [mapWidth - 8, mapHeight - 8],
  ],
  country,
)

function findBenin(): Polygon {
  const found = feature(atlas, atlas.objects.countries).features.find(({ id }) => id === benin)
  if (found?.geometry.type !== 'Polygon') throw new Error('The atlas has no outline of Benin')
  return found.geometry
}

export function projectPoint(latitude: number, longitude: number): [number, number] {
  const projected = projection([longitude, latitude])
  if (!projected) throw new Error(`No place on the map for ${latitude}, ${longitude}`)
  return projected
}

/** As an SVG path of relative steps, shorter than absolute ones. */
export const beninOutline = drawOutline()

function drawOutline(): string {
  let previous: [number, number] = [0, 0]
  const steps: string[] = []
  for (const [longitude = 0, latitude = 0] of country.coordinates[0] ?? []) {
    const [x, y] = projectPoint(latitude, longitude).map(Math.round) as [number, number]
    const [dx, dy] = [x - previous[0], y - previous[1]]
    if (dx === 0 && dy === 0) continue
    steps.push(`${dx}${dy < 0 ? dy : ` ${dy}`}`)
    previous = [x, y]
  }
  return `m${steps.join('l')}z`
}
