/** How a diagnosis's status is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import {
  type DiagnosisFact,
  type DiagnosisStatus,
  type DiagnosisStep,
  diagnosisWorkflow,
} from './diagnosis.workflow.ts'

export const diagnosisLifecycle: Lifecycle<
  Diagnosis,
  DiagnosisStatus,
  DiagnosisStep,
  DiagnosisFact
> = {
  kind: 'diagnosis',
  table: 'planning.diagnosis',
  historyTable: 'planning.diagnosisEvent',
  workflow: diagnosisWorkflow,
  policy: diagnosisPolicy,
  historyOf: ({ id, communeId }) => ({ diagnosisId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    everyQuestionIsAnswered:
      'Des questions attendent une réponse : répondez, ou choisissez « Ne sait pas ».',
    submitterIsInCharge:
      'C’est au responsable du système d’information de soumettre le diagnostic : la commune en a un.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé et communiqué.',
  },
}
