/** What happens to a letter as a whole: opened, moved, published on the commune's page. */
import { getCommune } from '#modules/directory/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { letterLifecycle } from './letter.lifecycle.ts'
import { tellCommune } from './letter.messages.ts'
import { findLetterInForce, getFullLetter, listLetters } from './letter.queries.ts'
import type { FullLetter, Letter } from './letter.schema.ts'
import type { LetterFact, LetterStep } from './letter.workflow.ts'
import { draftCeilings, draftDates, draftLines } from './letter-rows.rules.ts'
import { listExcesses, listGaps } from './letter-sums.rules.ts'
import { loadLetterSource } from './load-letter-source.ts'
import { getModelInForce } from './model-letter.queries.ts'
import { insertSections } from './save-letter.ts'
import { findStateLetter } from './state-letter.queries.ts'
import { insertRows } from './write-rows.ts'

/** A new draft of the commune acted for, written from what is known; corrective when a letter in force is given. */
export async function startLetter(
  context: Context,
  year: number,
  corrected?: FullLetter,
): Promise<Letter> {
  const { actor, db, now } = context
  const communeId = getOrganisationId(actor)
  if (!corrected && (await findLetterInForce(db, communeId, year)))
    throw new Conflict(letterLifecycle.missing.noOtherIsSigned)
  const { model } = await getModelInForce(db)
  const commune = await getCommune(db, communeId)
  const source = await loadLetterSource(db, commune, year)
  const known = (await listLetters(db, communeId)).filter((one) => one.year === year)
  const letter = (await db
    .insertInto('planning.letter')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'LDC', year),
      ...{ communeId, year, number: Math.max(0, ...known.map(({ number }) => number)) + 1 },
      status: 'draft',
      addressees: corrected?.letter.addressees ?? model.addressees,
      signatory: corrected?.letter.signatory ?? model.signatory,
      modelLetterId: model.id,
      stateLetterId: (await findStateLetter(db, year))?.id ?? null,
      planId: source.planId,
      correctsId: corrected?.letter.id ?? null,
      ...{ generatedAt: now, createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Letter
  await recordCreation(context, letterLifecycle, letter)
  const lines = corrected?.lines ?? draftLines(source)
  const rows = {
    lines,
    ceilings: corrected?.ceilings ?? draftCeilings(source, lines),
    dates: corrected?.dates ?? draftDates(source),
  }
  await insertRows(db, letter, rows)
  await insertSections(db, letter, source, rows, corrected?.sections)
  return letter
}

interface MoveParts {
  readonly reason?: string
  readonly facts?: Partial<Record<LetterFact, boolean>>
  readonly set?: Partial<Letter>
}

/** Takes a step and tells the commune's people. */
export async function moveLetter(
  context: Context,
  letter: Letter,
  step: LetterStep,
  { reason, facts, set }: MoveParts = {},
): Promise<Letter> {
  const full = await getFullLetter(context.db, letter.id)
  const moved = await moveThrough(context, letterLifecycle, letter.id, step, {
    facts: {
      isComplete: listGaps(full).length === 0,
      linesFitCeilings: listExcesses(full).length === 0,
      reasonIsGiven: Boolean(reason),
      ...facts,
    },
    ...(reason !== undefined && { reason }),
    set: {
      statusReason: reason ?? null,
      ...(step === 'transmit' && { transmittedAt: context.now }),
      ...set,
    },
  })
  await tellCommune(context, moved, step, reason)
  return moved
}

/** The commune's own choice, letter by letter: its digital lines on its public page, or not. */
export async function publishLines(
  { db, actor, now }: Context,
  letter: Letter,
  isPublished: boolean,
): Promise<void> {
  await db
    .updateTable('planning.letter')
    .set({ isPublished, updatedAt: now })
    .where('id', '=', letter.id)
    .where('status', 'in', ['signed', 'transmitted'])
    .execute()
  const action = isPublished ? 'letter.publishLines' : 'letter.hideLines'
  const subject = { subjectKind: 'letter', subjectId: letter.id }
  await recordAudit(
    db,
    { actor, organisationId: letter.communeId, action, ...subject, details: {} },
    now,
  )
  await recordEvent(db, { kind: action, subjectId: letter.id, payload: {} }, now)
}
