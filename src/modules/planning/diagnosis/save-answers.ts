/** Keeps answers: only what each person changed, one person at a time, never over a change they have not seen. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden, orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { compareVersions, type TypedAnswer } from './answer-fields.ts'
import { mergeField } from './answer-merge.rules.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import type { Diagnosis, StoredAnswer } from './diagnosis.schema.ts'
import type { Answer } from './questionnaire.types.ts'

export interface Saved {
  /** As they now stand. */
  readonly stored: ReadonlyMap<string, StoredAnswer>
  readonly written: readonly string[]
  /** Answered otherwise by somebody else meanwhile: nothing was written. */
  readonly conflicts: readonly string[]
}

const unanswered: Answer = { value: null, isUnknown: false }

interface NewAnswer extends Answer {
  readonly code: string
  readonly comment: string
}

export async function saveAnswers(
  context: Context,
  diagnosis: Diagnosis,
  typed: readonly TypedAnswer[],
): Promise<Saved> {
  await lockOpen(context, diagnosis)
  const stored = await listStored(
    context,
    diagnosis,
    typed.map(({ question }) => question.code),
  )
  const compared = typed.map((one) => ({
    one,
    known: stored.get(one.question.code),
    versions: compareVersions(one, stored.get(one.question.code)),
  }))
  const changed = compared.filter(({ versions }) => versions.merged === 'write')
  const rows = changed.map(({ one, known, versions }): NewAnswer => {
    const { value, isUnknown } =
      mergeField(versions.answer) === 'write' ? one.answer : (known ?? unanswered)
    const comment = mergeField(versions.comment) === 'write' ? one.comment : (known?.comment ?? '')
    return { code: one.question.code, value, isUnknown, comment }
  })
  const written = await writeAnswers(context, diagnosis, rows)
  return {
    stored: new Map([...stored, ...written]),
    written: rows.map(({ code }) => code),
    conflicts: compared
      .filter(({ versions }) => versions.merged === 'conflict')
      .map(({ one }) => one.question.code),
  }
}

/** Boxes ticked or not: an answer of 1 or 0 each. */
export async function saveTicks(
  context: Context,
  diagnosis: Diagnosis,
  ticks: readonly { readonly code: string; readonly isTicked: boolean }[],
): Promise<void> {
  await lockOpen(context, diagnosis)
  const rows = ticks.map(({ code, isTicked }) => ({
    ...{ code, comment: '', isUnknown: false },
    value: isTicked ? 1 : 0,
  }))
  await writeAnswers(context, diagnosis, rows)
}

/** Whoever answers holds the diagnosis for the length of one save: two saves follow each other. */
async function lockOpen({ db, actor }: Context, { id }: Diagnosis): Promise<void> {
  const row = await db
    .selectFrom('planning.diagnosis')
    .select(['communeId', 'status'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const locked = orNotFound(row) as Pick<Diagnosis, 'communeId' | 'status'>
  if (locked.status === 'submitted' || locked.status === 'confirmed')
    throw new Conflict(alreadySent)
  if (!diagnosisPolicy.answer(actor, locked)) throw new Forbidden()
}

const alreadySent =
  'Le diagnostic a été soumis entre-temps : ses réponses ne changent plus, sauf si la direction le renvoie.'

async function listStored({ db }: Context, { id }: Diagnosis, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, StoredAnswer>()
  const rows = await db
    .selectFrom('planning.diagnosisAnswer')
    .selectAll()
    .where('diagnosisId', '=', id)
    .where('questionCode', 'in', codes)
    .execute()
  return new Map(rows.map((row) => [row.questionCode, row]))
}

async function writeAnswers(
  { db, actor, now }: Context,
  { id, communeId }: Diagnosis,
  rows: readonly NewAnswer[],
): Promise<Map<string, StoredAnswer>> {
  if (rows.length === 0) return new Map()
  const answeredBy = getPersonId(actor)
  const written = await db
    .insertInto('planning.diagnosisAnswer')
    .values(
      rows.map(({ code, value, isUnknown, comment }) => ({
        ...{ diagnosisId: id, communeId, questionCode: code },
        ...{ value, isUnknown, comment, answeredBy, answeredAt: now },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['diagnosisId', 'questionCode']).doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        isUnknown: row.ref('excluded.isUnknown'),
        comment: row.ref('excluded.comment'),
        answeredBy: row.ref('excluded.answeredBy'),
        answeredAt: row.ref('excluded.answeredAt'),
        assistanceId: row.ref('excluded.assistanceId'),
        version: row('planning.diagnosisAnswer.version', '+', 1),
      })),
    )
    .returningAll()
    .execute()
  await db.updateTable('planning.diagnosis').set({ updatedAt: now }).where('id', '=', id).execute()
  return new Map(written.map((row) => [row.questionCode, row]))
}
