/** The code to read with a phone: its squares, and the drawing of them. */
import { create } from 'qrcode'

export interface Squares {
  readonly size: number
  isDark(row: number, column: number): boolean
}

/** How much of it may be lost and still be read: 7 % (L), 15 % (M). Long words need the lesser, or their squares are too small. */
type Correction = 'L' | 'M'

export function makeSquares(url: string, errorCorrectionLevel: Correction = 'M'): Squares {
  const { modules } = create(url, { errorCorrectionLevel })
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}

export function drawCode(url: string, correction: Correction = 'M'): string {
  const { size, isDark } = makeSquares(url, correction)
  const places = Array.from({ length: size * size }, (_, index) => index)
  const path = places
    .filter((index) => isDark(Math.floor(index / size), index % size))
    .map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
