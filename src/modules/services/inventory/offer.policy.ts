/** Who says how a commune offers its services: its own people. Everybody reads it. */
import { communeOfficers, communeTeam, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

interface Subject {
  readonly communeId: string
}

export const offerPolicy = {
  declare: (actor, { communeId }) => worksFor(actor, communeId, ...communeTeam),
  /** A tariff is the council's: whoever leads records it. */
  setFee: (actor, { communeId }) => worksFor(actor, communeId, ...communeOfficers),
} satisfies Record<'declare' | 'setFee', Rule<Subject>>
