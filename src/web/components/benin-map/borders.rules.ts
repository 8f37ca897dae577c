/**
 * Turns the areas of communes into lines, each drawn once and as coarse as its weight allows. An edge that an odd number of areas
 * share is the country's outline; parity keeps outlines closed even where neighbours do not quite agree.
 */
import { traceArcs } from './arcs.rules.ts'
import { listEdges, nameSpot, type Spot } from './edges.rules.ts'
import { simplifyLine } from './simplify-line.rules.ts'

export interface Borders {
  readonly outline: string
  readonly inner: string
}

const tolerances = [0.6, 1, 1.5, 2, 3, 4, 6, 9, 14]

/** The finest drawing that fits in `maxLength` characters, or the coarsest there is. */
export function drawBorders(rings: readonly (readonly Spot[])[], maxLength: number): Borders {
  const edges = listEdges(rings)
  const outer = traceArcs(
    edges.filter(({ count }) => count % 2 === 1),
    edges,
  )
  const inner = traceArcs(
    edges.filter(({ count }) => count % 2 === 0),
    edges,
  )
  let drawn: Borders = { outline: '', inner: '' }
  for (const tolerance of tolerances) {
    const simplify = (arc: readonly Spot[]) => simplifyLine(arc, tolerance)
    drawn = { outline: draw(joinLoops(outer.map(simplify))), inner: draw(inner.map(simplify)) }
    if (drawn.outline.length + drawn.inner.length <= maxLength) break
  }
  return drawn
}

/** Arcs end to end, as long as they go on: what fills an area must be one line. */
function joinLoops(arcs: readonly (readonly Spot[])[]): Spot[][] {
  const waiting = new Set(arcs)
  const loops: Spot[][] = []
  for (const first of waiting) {
    waiting.delete(first)
    const loop = [...first]
    for (let next = findNext(loop, waiting); next; next = findNext(loop, waiting)) {
      waiting.delete(next)
      const goesOn = nameSpot(next[0] as Spot) === nameSpot(loop.at(-1) as Spot)
      loop.push(...(goesOn ? next : [...next].reverse()).slice(1))
    }
    loops.push(loop)
  }
  return loops
}

function findNext(loop: readonly Spot[], waiting: ReadonlySet<readonly Spot[]>) {
  const [start, end] = [nameSpot(loop[0] as Spot), nameSpot(loop.at(-1) as Spot)]
  if (start === end) return undefined
  return [...waiting].find((arc) =>
    [arc[0], arc.at(-1)].some((spot) => spot && nameSpot(spot) === end),
  )
}

/** Relative steps, shorter than absolute ones, after a start that stands on its own. */
function draw(lines: readonly (readonly Spot[])[]): string {
  let [x, y] = [0, 0]
  const step = (spot: Spot) => {
    const [dx, dy] = [spot[0] - x, spot[1] - y]
    ;[x, y] = spot
    return `${dx}${dy < 0 ? dy : ` ${dy}`}`
  }
  const path = lines.map((line) => {
    const [start = '', ...rest] = line.map(step)
    return `m${start}l${rest.join(' ').replaceAll(' -', '-')}`
  })
  return path.join('').replace('m', 'M')
}
