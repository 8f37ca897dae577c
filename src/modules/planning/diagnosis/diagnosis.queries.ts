/** Reading diagnoses: one, a commune's, the latest confirmed of every commune. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { Axis } from '../axes.ts'
import type { DiagnosisResult, FrozenResult } from './result.types.ts'

/**
 * The latest confirmed diagnosis of a commune, with its reasons: for the commune, whoever assists it and the association. To
 * anybody else it is undefined; they read `listLatestLevels`.
 */
export async function findLatestResult(
  db: Db,
  communeId: string,
): Promise<DiagnosisResult | undefined> {
  const row = await db
    .selectFrom('planning.diagnosis as diagnosis')
    .innerJoin(
      'planning.questionnaireVersion as questionnaire',
      'questionnaire.id',
      'diagnosis.questionnaireVersionId',
    )
    .select(['diagnosis.id', 'diagnosis.results', 'diagnosis.confirmedAt', 'questionnaire.number'])
    .where('diagnosis.communeId', '=', communeId)
    .where('diagnosis.status', '=', 'confirmed')
    .orderBy('diagnosis.confirmedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { levels, ...frozen } = row.results as unknown as FrozenResult
  return {
    ...frozen,
    diagnosisId: row.id,
    communeId,
    confirmedAt: row.confirmedAt as Date,
    questionnaireVersion: row.number,
    levels: new Map(Object.entries(levels)),
  }
}

/** What everybody may read of a confirmed diagnosis. */
export type PublicResult = Omit<
  Selectable<Tables['planning.diagnosisResult']>,
  'levels' | 'online'
> & {
  readonly levels: Readonly<Record<Axis, number>>
  /** Indicators met, by heading. */
  readonly online: Readonly<Record<string, number>>
}

/** The latest confirmed levels of every commune that has some, in one query; or of one category. */
export async function listLatestLevels(db: Db, category?: string): Promise<PublicResult[]> {
  let latest = db.selectFrom('planning.diagnosisResult').selectAll().where('isLatest', '=', true)
  if (category !== undefined) latest = latest.where('category', '=', category)
  return (await latest.orderBy('communeId').execute()) as unknown as PublicResult[]
}
