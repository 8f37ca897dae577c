/** Reading diagnoses: one, a commune's, the latest confirmed of every commune. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Axis } from '../axes.ts'
import type { Diagnosis, FullDiagnosis, QuestionnaireVersion } from './diagnosis.schema.ts'
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

export async function getDiagnosis(db: Db, diagnosisId: string): Promise<Diagnosis> {
  const row = await selectDiagnoses(db).where('id', '=', diagnosisId).executeTakeFirst()
  return orNotFound(row as unknown as Diagnosis | undefined)
}

export async function getFullDiagnosis(db: Db, diagnosisId: string): Promise<FullDiagnosis> {
  return addAnswers(db, await getDiagnosis(db, diagnosisId))
}

export async function addAnswers(db: Db, diagnosis: Diagnosis): Promise<FullDiagnosis> {
  const version = await db
    .selectFrom('planning.questionnaireVersion')
    .selectAll()
    .where('id', '=', diagnosis.questionnaireVersionId)
    .executeTakeFirstOrThrow()
  const answers = await db
    .selectFrom('planning.diagnosisAnswer')
    .selectAll()
    .where('diagnosisId', '=', diagnosis.id)
    .execute()
  return {
    diagnosis,
    version: version as unknown as QuestionnaireVersion,
    answers: new Map(answers.map((answer) => [answer.questionCode, answer])),
  }
}

/** The version a diagnosis that begins now is made with. */
export async function getCurrentQuestionnaire(db: Db): Promise<QuestionnaireVersion> {
  const row = await db
    .selectFrom('planning.questionnaireVersion')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row as unknown as QuestionnaireVersion
}

export async function findRunningDiagnosis(
  db: Db,
  communeId: string,
): Promise<Diagnosis | undefined> {
  const row = await selectDiagnoses(db)
    .where('communeId', '=', communeId)
    .where('status', '<>', 'confirmed')
    .executeTakeFirst()
  return row as unknown as Diagnosis | undefined
}

export type DiagnosisLine = Pick<
  Diagnosis,
  'id' | 'reference' | 'communeId' | 'year' | 'status' | 'submittedAt' | 'confirmedAt'
>

/** What the association reads, those that last moved first. */
export async function listReadDiagnoses(db: Db): Promise<DiagnosisLine[]> {
  const rows = await db
    .selectFrom('planning.diagnosis')
    .select(['id', 'reference', 'communeId', 'year', 'status', 'submittedAt', 'confirmedAt'])
    .where('status', 'in', ['submitted', 'confirmed'])
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows as DiagnosisLine[]
}

/** Every confirmed diagnosis of a commune as everybody reads it, the latest first. */
export async function listResultsOf(db: Db, communeId: string): Promise<PublicResult[]> {
  const rows = await db
    .selectFrom('planning.diagnosisResult')
    .selectAll()
    .where('communeId', '=', communeId)
    .orderBy('confirmedAt', 'desc')
    .limit(50)
    .execute()
  return rows as unknown as PublicResult[]
}

function selectDiagnoses(db: Db) {
  return db.selectFrom('planning.diagnosis').selectAll()
}
