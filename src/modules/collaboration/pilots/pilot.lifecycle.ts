/** How a pilot's status is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { pilotPolicy } from './pilot.policy.ts'
import type { Pilot } from './pilot.schema.ts'
import {
  type PilotFact,
  type PilotStatus,
  type PilotStep,
  pilotWorkflow,
} from './pilot.workflow.ts'

export const pilotLifecycle: Lifecycle<Pilot, PilotStatus, PilotStep, PilotFact> = {
  kind: 'pilot',
  table: 'collaboration.pilot',
  historyTable: 'collaboration.pilotEvent',
  workflow: pilotWorkflow,
  policy: pilotPolicy,
  historyOf: ({ id, communeId, startupId }) => ({ pilotId: id, communeId, startupId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    sheetIsComplete: 'Complétez d’abord la fiche : ce qui est essayé, les dates, les critères.',
    boundsAreKept: 'Le montant ou la durée dépasse la règle en vigueur.',
    endIsAhead: 'La fin prévue est déjà passée : la commune doit reprendre la fiche.',
    criteriaAreJudged: 'Chaque critère attend ce qui a été mesuré et un avis.',
    extensionIsAllowed: 'Cette prolongation n’est pas possible.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé et communiqué.',
  },
}
