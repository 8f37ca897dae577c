/** Who finds something of sensibilisation in their own space. */
import { communeTeam, worksForA } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

export const mayPrepareAwareness: Rule = (actor) =>
  worksForA(actor, 'association', 'staff', 'commissioner') ||
  worksForA(actor, 'startup', 'manager', 'member') ||
  worksForA(actor, 'commune', ...communeTeam)
