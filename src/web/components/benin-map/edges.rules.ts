/** The sides of areas, each once, with how many areas it bounds. */

export type Spot = readonly [x: number, y: number]

export interface Edge {
  readonly from: Spot
  readonly to: Spot
  /** How many areas it bounds. */
  count: number
}

export function listEdges(rings: readonly (readonly Spot[])[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const ring of rings) {
    const spots = ring.map(([x, y]): Spot => [Math.round(x), Math.round(y)])
    for (const [at, to] of spots.entries()) {
      const from = spots.at(at - 1) ?? to
      if (nameSpot(from) === nameSpot(to)) continue
      const name = [nameSpot(from), nameSpot(to)].sort().join(' ')
      const known = edges.get(name)
      if (known) known.count++
      else edges.set(name, { from, to, count: 1 })
    }
  }
  return [...edges.values()]
}

export const nameSpot = ([x, y]: Spot) => `${x},${y}`
