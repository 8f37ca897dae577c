/** The order in which actions are tried: what others need first, then what brings most for its cost. */

import type { Candidate } from './schedule.types.ts'
import { worthPerYear } from './schedule-costs.rules.ts'

/** Those of a circle of needs are left out: none of them could ever begin. */
export function orderCandidates(candidates: readonly Candidate[]): Candidate[] {
  const known = new Set(candidates.map(({ id }) => id))
  const waiting = candidates.toSorted(compareWorth)
  const ordered: Candidate[] = []
  const done = new Set<string>()
  for (;;) {
    const next = waiting.findIndex(({ needs }) =>
      needs.every((id) => !known.has(id) || done.has(id)),
    )
    const [candidate] = next === -1 ? [] : waiting.splice(next, 1)
    if (!candidate) return ordered
    ordered.push(candidate)
    done.add(candidate.id)
  }
}

/** Mandatory ones first; then points by franc, compared without dividing; then their names, so that the order is always the same. */
function compareWorth(a: Candidate, b: Candidate): number {
  if (a.isMandatory !== b.isMandatory) return a.isMandatory ? -1 : 1
  const byWorth = worthPerYear(b) * costOf(a) - worthPerYear(a) * costOf(b)
  if (byWorth !== 0) return byWorth
  return a.id < b.id ? -1 : 1
}

function costOf({ investment, running }: Candidate): number {
  return investment + running + 1
}
