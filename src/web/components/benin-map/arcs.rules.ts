/** Edges laid end to end, from one meeting point of borders to the next: neighbours that share an arc draw it alike. */
import { type Edge, nameSpot, type Spot } from './edges.rules.ts'

/** `every` tells where borders meet, which the chosen edges alone would not. */
export function traceArcs(chosen: readonly Edge[], every: readonly Edge[]): Spot[][] {
  const isMeeting = findMeetings(every)
  const at = groupBySpot(chosen)
  const used = new Set<Edge>()
  const arcs: Spot[][] = []
  const trace = (start: Spot, first: Edge) => {
    const arc = [start]
    for (let edge: Edge | undefined = first; edge; edge = nextOf(arc)) {
      used.add(edge)
      arc.push(otherEnd(edge, arc.at(-1) as Spot))
    }
    arcs.push(arc)
  }
  const nextOf = (arc: readonly Spot[]) => {
    const end = arc.at(-1) as Spot
    return isMeeting(end) ? undefined : at.get(nameSpot(end))?.find((edge) => !used.has(edge))
  }
  const begin = (edge: Edge, start: Spot) => {
    if (!used.has(edge)) trace(start, edge)
  }
  for (const edge of chosen)
    for (const spot of [edge.from, edge.to]) if (isMeeting(spot)) begin(edge, spot)
  for (const edge of chosen) begin(edge, edge.from)
  return arcs
}

function findMeetings(edges: readonly Edge[]): (spot: Spot) => boolean {
  const at = groupBySpot(edges)
  return (spot) => at.get(nameSpot(spot))?.length !== 2
}

function groupBySpot(edges: readonly Edge[]): Map<string, Edge[]> {
  const at = new Map<string, Edge[]>()
  for (const edge of edges)
    for (const spot of [edge.from, edge.to]) {
      const here = at.get(nameSpot(spot))
      if (here) here.push(edge)
      else at.set(nameSpot(spot), [edge])
    }
  return at
}

function otherEnd({ from, to }: Edge, end: Spot): Spot {
  return nameSpot(from) === nameSpot(end) ? to : from
}
