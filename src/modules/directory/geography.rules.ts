/** How far apart places are, as the crow flies: roads are longer, and no table of them is public. */

export interface Position {
  readonly latitude: number
  readonly longitude: number
}

const earthKm = 6371

/** Along the great circle (haversine). */
export function distanceKm(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const height = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const width = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = height + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * width
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}

interface Place extends Position {
  readonly id: string
}

/** The other places within so many kilometres, the nearest first; equally far, by identifier. */
export function listNearest<P extends Place>(
  origin: Place,
  places: readonly P[],
  withinKm = Number.POSITIVE_INFINITY,
): P[] {
  return places
    .filter(({ id }) => id !== origin.id)
    .map((place) => ({ place, km: distanceKm(origin, place) }))
    .filter(({ km }) => km <= withinKm)
    .sort((a, b) => a.km - b.km || (a.place.id < b.place.id ? -1 : 1))
    .map(({ place }) => place)
}
