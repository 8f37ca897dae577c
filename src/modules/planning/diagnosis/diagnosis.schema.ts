/** A diagnosis (« diagnostic numérique ») and its answers, as they are kept. */
import type { Selectable } from 'kysely'
import type { Category } from '#modules/directory/index.ts'
import type { Tables } from '#platform/database.ts'
import type { DiagnosisStatus } from './diagnosis.workflow.ts'
import type { Questionnaire } from './questionnaire.types.ts'
import type { FrozenResult } from './result.types.ts'

type Stored = Selectable<Tables['planning.diagnosis']>

export type Diagnosis = Omit<Stored, 'status' | 'category' | 'results'> & {
  readonly status: DiagnosisStatus
  readonly category: Category
  readonly results: FrozenResult | null
}

export type StoredAnswer = Selectable<Tables['planning.diagnosisAnswer']>

export type QuestionnaireVersion = Omit<
  Selectable<Tables['planning.questionnaireVersion']>,
  'content'
> & { readonly content: Questionnaire }

/** A diagnosis with everything that was asked and answered. */
export interface FullDiagnosis {
  readonly diagnosis: Diagnosis
  readonly version: QuestionnaireVersion
  readonly answers: ReadonlyMap<string, StoredAnswer>
}
