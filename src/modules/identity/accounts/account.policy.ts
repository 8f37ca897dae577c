/** Who looks after accounts: the secretariat, and nobody after their own. */
import type { Actor } from '#platform/actor.ts'
import { associationStaff } from '#platform/policy.ts'

interface Looked {
  readonly person: { readonly id: string; readonly disabledAt: Date | null }
}

const ofSomebodyElse = (actor: Actor, { person }: Looked) =>
  associationStaff(actor, null) && person.id !== actor.id

export const accountPolicy = {
  read: associationStaff,
  suspend: (actor: Actor, looked: Looked) =>
    ofSomebodyElse(actor, looked) && looked.person.disabledAt === null,
  restore: (actor: Actor, looked: Looked) =>
    ofSomebodyElse(actor, looked) && looked.person.disabledAt !== null,
  closeSessions: ofSomebodyElse,
}
