/** How a procedure's status is kept, in the journal of its commune. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import { procedurePolicy } from './procedure.policy.ts'
import {
  type ProcedureFact,
  type ProcedureStatus,
  type ProcedureStep,
  procedureWorkflow,
} from './procedure.workflow.ts'

export type Procedure = Omit<Selectable<Tables['services.procedure']>, 'status'> & {
  readonly status: ProcedureStatus
}

export const procedureLifecycle: Lifecycle<
  Procedure,
  ProcedureStatus,
  ProcedureStep,
  ProcedureFact
> = {
  kind: 'procedure',
  table: 'services.procedure',
  historyTable: 'services.procedureEvent',
  workflow: procedureWorkflow,
  policy: procedurePolicy,
  historyOf: ({ id, communeId }) => ({ procedureId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    definitionStands: 'La démarche a encore des défauts : corrigez-les, puis publiez.',
    serviceIsAllowed: 'Ce service est suspendu dans tout le pays : la démarche ne s’ouvre pas.',
    draftDiffers: 'Rien n’a changé depuis la dernière publication.',
    reasonIsGiven: 'Indiquez le motif : tout le monde le lira.',
  },
}
