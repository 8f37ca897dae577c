/** Seventy-seven made-up areas that share winding borders, about where Benin is; nobody's real limits. */

type Position = [number, number]

const [columns, rows, steps] = [7, 11, 12]

/** The same winding for both neighbours. */
const wind = (at: number) => 0.03 * Math.sin(at * 12.9898) + 0.02 * Math.sin(at * 4.1414)

function corner(column: number, row: number): Position {
  const at = column * 31 + row * 17
  return [0.9 + column * 0.38 + wind(at), 6.3 + row * 0.55 + wind(at + 0.5)]
}

function side([ax, ay]: Position, [bx, by]: Position): Position[] {
  const seed = ax * 7 + ay * 13 + bx * 3 + by * 5
  return Array.from({ length: steps }, (_, step) => {
    const along = step / steps
    const off = step === 0 ? 0 : wind(seed + step)
    return [ax + (bx - ax) * along + off, ay + (by - ay) * along + off]
  })
}

function backward(from: Position, to: Position): Position[] {
  const line = [...side(from, to), to]
  return line.reverse().slice(0, -1)
}

/** One ring for each area, closed. */
export function createWigglyAreas(): Position[][] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const [a, b] = [corner(column, row), corner(column + 1, row)]
    const [c, d] = [corner(column + 1, row + 1), corner(column, row + 1)]
    return [...side(a, b), ...side(b, c), ...backward(d, c), ...backward(a, d), a]
  })
}
