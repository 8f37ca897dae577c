/** Who may say what means a commune has. */
import { communeOfficers, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

export const mayEditProfile: Rule<{ readonly id: string }> = (actor, { id }) =>
  worksFor(actor, id, ...communeOfficers)
