/** A result as it is shown: frozen once confirmed, computed from what is answered until then; beside its category and its past. */
import { listCommuneNames } from '#modules/directory/index.ts'
import type { Context } from '#platform/web.ts'
import { type Comparison, compareWithCategory } from './comparison.rules.ts'
import {
  getFullDiagnosis,
  listLatestLevels,
  listResultsOf,
  type PublicResult,
} from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { computeResult, toLevels } from './maturity.rules.ts'
import type { FrozenResult } from './result.types.ts'

export interface Assessment {
  readonly full: FullDiagnosis
  readonly communeName: string
  readonly result: FrozenResult
  readonly comparison: Comparison
  readonly previous: PublicResult | undefined
}

export async function loadAssessment(diagnosisId: string, { db }: Context): Promise<Assessment> {
  const full = await getFullDiagnosis(db, diagnosisId)
  const { diagnosis, version, answers } = full
  const { communeId, category, confirmedAt } = diagnosis
  const result = diagnosis.results ?? computeResult(version.content, category, answers)
  const group = await listLatestLevels(db, category)
  const earlier = await listResultsOf(db, communeId)
  const names = await listCommuneNames(db, [communeId])
  return {
    full,
    result,
    communeName: names.get(communeId) ?? '',
    comparison: compareWithCategory(
      toLevels(result),
      group.map(({ levels }) => levels),
    ),
    previous: earlier.find((one) => confirmedAt === null || one.confirmedAt < confirmedAt),
  }
}
