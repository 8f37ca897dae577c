/** What happens to a diagnosis: begun, submitted, sent back, confirmed. Each verb is one transaction, and tells who must act. */
import { getCommune } from '#modules/directory/index.ts'
import { listMembers } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { issueDocument } from '#platform/documents.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { diagnosisLifecycle } from './diagnosis.lifecycle.ts'
import { tellTeam } from './diagnosis.messages.ts'
import { mayStartDiagnosis } from './diagnosis.policy.ts'
import {
  findRunningDiagnosis,
  getCurrentQuestionnaire,
  getFullDiagnosis,
} from './diagnosis.queries.ts'
import type { Diagnosis, FullDiagnosis } from './diagnosis.schema.ts'
import { computeResult } from './maturity.rules.ts'
import { isComplete, listProgress } from './questionnaire.rules.ts'
import { writeReportPaper } from './report-paper.ts'
import type { FrozenResult } from './result.types.ts'

/** The one that runs, or a new one of this year. */
export async function startDiagnosis(context: Context): Promise<Diagnosis> {
  const { db, actor, now } = context
  if (!mayStartDiagnosis(actor)) throw new Forbidden()
  const communeId = getOrganisationId(actor)
  const running = await findRunningDiagnosis(db, communeId)
  if (running) return running
  const year = Number(toDay(now).slice(0, 4))
  const { category } = await getCommune(db, communeId)
  const { id: questionnaireVersionId } = await getCurrentQuestionnaire(db)
  const row = await db
    .insertInto('planning.diagnosis')
    .values({
      ...{ communeId, category, year, questionnaireVersionId, status: 'draft' },
      id: createId(now.getTime()),
      reference: await createReference(db, 'DIA', year),
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .onConflict((conflict) =>
      conflict.column('communeId').where('status', '<>', 'confirmed').doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Conflict('Un collègue vient de commencer le diagnostic. Rechargez la page.')
  const diagnosis = row as unknown as Diagnosis
  await recordCreation(context, diagnosisLifecycle, diagnosis)
  return diagnosis
}

/** The RSI submits; where the commune has none, its executive does. */
export async function submitDiagnosis(context: Context, { id }: Diagnosis): Promise<Diagnosis> {
  const { db, actor, now } = context
  const full = await getFullDiagnosis(db, id)
  const members = await listMembers(db, full.diagnosis.communeId)
  const moved = await moveThrough(context, diagnosisLifecycle, id, 'submit', {
    facts: {
      everyQuestionIsAnswered: isWhole(full),
      submitterIsInCharge:
        actor.role === 'itOfficer' || !members.some(({ role }) => role === 'itOfficer'),
    },
    set: { submittedBy: getPersonId(actor), submittedAt: now, statusReason: null },
  })
  await tellTeam(context, moved, 'submit')
  return moved
}

export async function sendBackDiagnosis(
  context: Context,
  { id }: Diagnosis,
  reason: string,
): Promise<Diagnosis> {
  const moved = await moveThrough(context, diagnosisLifecycle, id, 'sendBack', {
    reason,
    facts: { reasonIsGiven: reason.trim() !== '' },
    set: { statusReason: reason },
  })
  await tellTeam(context, moved, 'sendBack', reason)
  return moved
}

/** What it says is computed once more, frozen, published by axis, and its report issued. */
export async function confirmDiagnosis(context: Context, { id }: Diagnosis): Promise<Diagnosis> {
  const { db, actor, now } = context
  const full = await getFullDiagnosis(db, id)
  const result = computeResult(full.version.content, full.diagnosis.category, full.answers)
  const moved = await moveThrough(context, diagnosisLifecycle, id, 'confirm', {
    facts: { everyQuestionIsAnswered: isWhole(full) },
    set: { confirmedBy: getPersonId(actor), confirmedAt: now, results: result },
  })
  await publishResult(context, moved, full, result)
  await issueDocument(context, await writeReportPaper({ ...full, diagnosis: moved }, context))
  await tellTeam(context, moved, 'confirm')
  return moved
}

function isWhole({ version, diagnosis, answers }: FullDiagnosis): boolean {
  return isComplete(listProgress(version.content, diagnosis.category, answers))
}

async function publishResult(
  { db }: Context,
  { id, communeId, category, year, confirmedAt }: Diagnosis,
  { version }: FullDiagnosis,
  { axes, overall, online }: FrozenResult,
): Promise<void> {
  await db
    .updateTable('planning.diagnosisResult')
    .set({ isLatest: false })
    .where('communeId', '=', communeId)
    .where('isLatest', '=', true)
    .execute()
  await db
    .insertInto('planning.diagnosisResult')
    .values({
      ...{ diagnosisId: id, communeId, category, year, overall, isLatest: true },
      questionnaireNumber: version.number,
      levels: JSON.stringify(Object.fromEntries(axes.map(({ axis, level }) => [axis, level]))),
      online: JSON.stringify(Object.fromEntries(online.map(({ head, met }) => [head, met]))),
      confirmedAt: confirmedAt as Date,
    })
    .execute()
}
