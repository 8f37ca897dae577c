/** Who may have an agreement drafted: the executive of a commune that takes the result. */
import { type Actor, worksFor } from '#platform/actor.ts'
import type { CommuneDecision } from '../result/commune-decision.queries.ts'

/** The communes that take the result of a call: each one that said so, or the only one there is. */
export function listTakers(
  { communeId }: { readonly communeId: string },
  decisions: readonly CommuneDecision[],
): readonly string[] {
  if (decisions.length === 0) return [communeId]
  return decisions.filter(({ decision }) => decision === 'in').map((one) => one.communeId)
}

export function mayConclude(actor: Actor, communeIds: readonly string[]): boolean {
  return communeIds.some((communeId) => worksFor(actor, communeId, 'secretary', 'mayor'))
}
