/** How an amendment's status is kept, and who signs or refuses it. */
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { Amendment, AmendmentStatus } from './amendment.queries.ts'
import { type AmendmentFact, type AmendmentStep, amendmentWorkflow } from './amendment.workflow.ts'

export const bindsSide = (
  actor: Actor,
  { communeId, startupId }: Pick<Amendment, 'communeId' | 'startupId'>,
): boolean =>
  worksFor(actor, communeId, 'secretary', 'mayor') || worksFor(actor, startupId, 'manager')

export const amendmentLifecycle: Lifecycle<
  Amendment,
  AmendmentStatus,
  AmendmentStep,
  AmendmentFact
> = {
  kind: 'amendment',
  table: 'collaboration.amendment',
  historyTable: 'collaboration.amendmentEvent',
  workflow: amendmentWorkflow,
  policy: { complete: bindsSide, refuse: bindsSide },
  historyOf: ({ id, communeId, startupId }) => ({ amendmentId: id, communeId, startupId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    bothHaveSigned: 'L’autre partie n’a pas encore signé.',
    reasonIsGiven: 'Dites pourquoi l’avenant est refusé.',
  },
}
