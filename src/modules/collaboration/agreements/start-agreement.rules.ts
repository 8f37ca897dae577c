/** Who may have an agreement drafted: the executive of a commune that takes the result. */
import { type Actor, worksFor } from '#platform/actor.ts'

export function mayConclude(actor: Actor, communeIds: readonly string[]): boolean {
  return communeIds.some((communeId) => worksFor(actor, communeId, 'secretary', 'mayor'))
}
