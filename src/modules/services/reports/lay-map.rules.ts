/** A drawing that holds all the points, never so near that a house could be told. */
import type { Point } from './public-position.rules.ts'

export interface MapFrame {
  readonly width: number
  readonly height: number
  readonly place: (point: Point) => { readonly x: number; readonly y: number }
  /** A length that reads easily, and what it stands for. */
  readonly scale: { readonly length: number; readonly meters: number }
}

const width = 360
const [leastHeight, mostHeight] = [220, 480]
const margin = 24
const metersInDegree = 111_320
/** No drawing shows less than this. */
const leastMeters = 1500

export function layMap(points: readonly Point[]): MapFrame {
  const [south, north] = extent(points.map(({ latitude }) => latitude))
  const [west, east] = extent(points.map(({ longitude }) => longitude))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * metersInDegree * narrowing, leastMeters)
  const up = Math.max((north - south) * metersInDegree, leastMeters / 2)
  const room = { x: width - 2 * margin, y: mostHeight - 2 * margin }
  const unit = Math.min(room.x / across, room.y / up)
  const height = Math.round(Math.max(leastHeight, up * unit + 2 * margin))
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  return {
    ...{ width, height },
    place: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - middleX) * metersInDegree * narrowing * unit,
      y: height / 2 - (latitude - middleY) * metersInDegree * unit,
    }),
    scale: chooseScale(unit),
  }
}

function extent(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)]
}

function chooseScale(unit: number): MapFrame['scale'] {
  const lengths = [200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
  const meters = lengths.find((one) => one * unit >= 60) ?? 100_000
  return { length: meters * unit, meters }
}
