/** Who takes money in and gives it back: the people of the commune; back only by whoever leads. */
import { communeTeam, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

interface Subject {
  readonly communeId: string
}

export const paymentPolicy = {
  receive: (actor, { communeId }) => worksFor(actor, communeId, ...communeTeam),
  refund: (actor, { communeId }) => worksFor(actor, communeId, 'secretary', 'mayor'),
} satisfies Record<'receive' | 'refund', Rule<Subject>>
