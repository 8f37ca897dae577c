/** Which communes are near, and which are alike: a confirmed use there is worth more. */

interface Place {
  readonly id: string
  readonly category: string
  readonly departmentCode: string
  readonly latitude: number
  readonly longitude: number
}

const nearKm = 60

export function listNearby(commune: Place, communes: readonly Place[]): Set<string> {
  const near = communes.filter(
    (other) =>
      other.id !== commune.id &&
      (other.departmentCode === commune.departmentCode || distanceKm(commune, other) <= nearKm),
  )
  return new Set(near.map(({ id }) => id))
}

export function listSimilar(commune: Place, communes: readonly Place[]): Set<string> {
  return new Set(
    communes
      .filter((other) => other.id !== commune.id && other.category === commune.category)
      .map(({ id }) => id),
  )
}

const earthKm = 6371

/** Along the great circle (haversine). */
export function distanceKm(
  a: Pick<Place, 'latitude' | 'longitude'>,
  b: Pick<Place, 'latitude' | 'longitude'>,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const height = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const width = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = height + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * width
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}
