/** Where a report is, as everybody may know it: the middle of a square of about a hundred metres, always the same for the same square. */

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** In thousandths of a degree: 111 metres from south to north, 110 from west to east in Benin. */
const squaresInDegree = 1000

export function roundPosition({ latitude, longitude }: Point): Point {
  return { latitude: toMiddle(latitude), longitude: toMiddle(longitude) }
}

/** The small part keeps what was already a middle in its own square, whatever floating point makes of it. */
function toMiddle(degrees: number): number {
  const square = Math.floor(degrees * squaresInDegree + 1e-9)
  return Number(((square + 0.5) / squaresInDegree).toFixed(4))
}

/** As far as a point may be from the middle of its square: half of its diagonal. */
export const blurMeters = 80
