/** Who reads how far communes are, commune by commune: the association, and the startup for its own solutions. */
import { worksFor, worksForA } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

const follows: Rule = (actor) => worksForA(actor, 'association', 'staff', 'commissioner')

export const adoptionPolicy = {
  readNational: follows,
  readOwn: (actor) => follows(actor, null) || worksForA(actor, 'startup', 'manager', 'member'),
  readSolution: (actor, { startupId }) =>
    follows(actor, null) || worksFor(actor, startupId, 'manager', 'member'),
} satisfies {
  readNational: Rule
  readOwn: Rule
  readSolution: Rule<{ readonly startupId: string }>
}
