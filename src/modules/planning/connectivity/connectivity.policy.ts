/** Who keeps a commune's connectivity: its whole team, and the association while it assists. What is public is in states.*/
import { communeOfficers, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'

export const mayKeepConnectivity: Rule = (actor) =>
  worksForA(actor, 'commune', ...communeTeam, 'drafter')

export const mayWriteConnectivity: Rule<{ readonly communeId: string }> = (actor, { communeId }) =>
  worksFor(actor, communeId, ...communeTeam, 'drafter')

/** What was measured or recorded by mistake is withdrawn by the commune itself. */
export const mayRemoveRecords: Rule<{ readonly communeId: string }> = (actor, { communeId }) =>
  worksFor(actor, communeId, ...communeOfficers)
