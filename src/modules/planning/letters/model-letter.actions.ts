/** Writing the next version of the model, publishing it; recording what the State wrote to the communes. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { sectionKeys } from './letter.schema.ts'
import { modelLifecycle } from './model-letter.lifecycle.ts'
import { getModel, getModelInForce, listModels } from './model-letter.queries.ts'
import type { EditModelInput, ModelDate, ModelLetter } from './model-letter.schema.ts'

/** The draft there is, or a new one that begins as the version in force. */
export async function startModel(context: Context): Promise<ModelLetter> {
  const { db, actor, now } = context
  const draft = (await listModels(db)).find(({ status }) => status === 'draft')
  if (draft) return draft
  const { model, sections, dates } = await getModelInForce(db)
  const { title, addressees, signatory, departments } = model
  const created = (await db
    .insertInto('planning.modelLetter')
    .values({
      ...{ title, addressees, signatory, departments },
      id: createId(now.getTime()),
      associationId: getOrganisationId(actor),
      status: 'draft',
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as ModelLetter
  const modelLetterId = created.id
  await db
    .insertInto('planning.modelLetterSection')
    .values(sections.map((section) => ({ ...section, modelLetterId })))
    .execute()
  await insertDates(context, created, dates)
  await recordCreation(context, modelLifecycle, created)
  return created
}

type DateRow = Pick<ModelDate, 'title' | 'month' | 'day' | 'source' | 'isConfirmed'>

async function insertDates({ db }: Context, { id }: ModelLetter, dates: readonly DateRow[]) {
  if (dates.length === 0) return
  const rows = dates.map(({ title, month, day, source, isConfirmed }, index) => ({
    ...{ title, month, day, source, isConfirmed },
    ...{ id: createId(), modelLetterId: id, position: index + 1 },
  }))
  await db.insertInto('planning.modelLetterDate').values(rows).execute()
}

async function claimVersion(
  { db, now }: Context,
  { id }: ModelLetter,
  version: number,
  set: Partial<ModelLetter> = {},
): Promise<void> {
  const saved = await db
    .updateTable('planning.modelLetter')
    .set({ ...set, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw new Conflict(outdated)
}

export async function saveModel(
  context: Context,
  model: ModelLetter,
  input: EditModelInput,
): Promise<void> {
  const { title, reason, addressees, signatory, version } = input
  const departments = input.departments
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  await claimVersion(context, model, version, { title, reason, addressees, signatory, departments })
  for (const key of sectionKeys)
    await context.db
      .updateTable('planning.modelLetterSection')
      .set({ title: input[`title-${key}`], body: input[`body-${key}`] })
      .where('modelLetterId', '=', model.id)
      .where('key', '=', key)
      .execute()
}

export async function saveModelDates(
  context: Context,
  model: ModelLetter,
  version: number,
  dates: readonly DateRow[],
): Promise<void> {
  await claimVersion(context, model, version)
  await context.db
    .deleteFrom('planning.modelLetterDate')
    .where('modelLetterId', '=', model.id)
    .execute()
  await insertDates(context, model, dates)
}

/** What was in force is superseded in the same transaction; letters drafted from it stay as they are. */
export async function publishModel(context: Context, draftId: string): Promise<void> {
  const { db, now } = context
  const inForce = await getModelInForce(db)
  const { model, dates } = await getModel(db, draftId)
  await moveThrough(context, modelLifecycle, inForce.model.id, 'supersede')
  await moveThrough(context, modelLifecycle, draftId, 'publish', {
    facts: { reasonIsGiven: model.reason.length >= 20, hasDates: dates.length > 0 },
    set: { number: (inForce.model.number ?? 0) + 1, publishedAt: now },
  })
}

interface StateLetterInput {
  readonly year: number
  readonly issuer: string
  readonly reference: string
  readonly signedOn: string
  readonly summary: string
}

/** Undefined when one with this reference is recorded for the year already. */
export async function recordStateLetter(
  { db, actor, now }: Context,
  input: StateLetterInput,
): Promise<string | undefined> {
  const associationId = getOrganisationId(actor)
  const row = await db
    .insertInto('planning.stateLetter')
    .values({
      ...input,
      id: createId(now.getTime()),
      associationId,
      recordedBy: getPersonId(actor),
      recordedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row)
    await recordAudit(
      db,
      {
        actor,
        organisationId: associationId,
        action: 'stateLetter.record',
        subjectKind: 'stateLetter',
        subjectId: row.id,
        details: { year: input.year, reference: input.reference },
      },
      now,
    )
  return row?.id
}

export async function withdrawStateLetter({ db, actor, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('planning.stateLetter')
    .set({ withdrawnAt: now })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute()
  const subject = { subjectKind: 'stateLetter', subjectId: id, details: {} }
  const organisationId = getOrganisationId(actor)
  await recordAudit(db, { actor, organisationId, action: 'stateLetter.withdraw', ...subject }, now)
}
