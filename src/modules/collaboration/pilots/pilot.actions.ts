/** What happens to a pilot: each verb is one transaction, and tells the other side. */
import type { CatalogueEntry } from '#modules/directory/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import type { ContactLine } from '../contacts/contact.queries.ts'
import { getRuleInForce } from '../mechanisms/mechanism.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import type { Need } from '../needs/need.schema.ts'
import { pilotLifecycle } from './pilot.lifecycle.ts'
import { newsOf, tellSides } from './pilot.messages.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot } from './pilot.queries.ts'
import { criterionRows, type Pilot, type PilotSheetInput } from './pilot.schema.ts'
import type { PilotFact, PilotStep } from './pilot.workflow.ts'
import { areJudged, type Bounds, checkBounds, listGaps } from './pilot-bounds.rules.ts'

/** Those of the day it was proposed; while it is not, today's. */
export function loadBounds(
  { db, now }: Pick<Context, 'db' | 'now'>,
  pilot?: Pick<Pilot, 'status' | 'rulesOn'>,
): Promise<Bounds> {
  const isProposed = pilot && pilot.status !== 'draft'
  return getRuleInForce(db, 'pilot', (isProposed && pilot.rulesOn) || toDay(now))
}

/** A new sheet for a published need and the solution that will be tried. */
export async function startPilot(
  context: Context,
  need: Need,
  solution: CatalogueEntry,
  contact: ContactLine | undefined,
): Promise<Pilot> {
  const { actor, db, now } = context
  if (!needPolicy.contact(actor, need)) throw new Forbidden()
  const pilot = (await db
    .insertInto('collaboration.pilot')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'EXP', Number(toDay(now).slice(0, 4))),
      needId: need.id,
      communeId: need.communeId,
      startupId: solution.startupId,
      solutionId: solution.solutionId,
      contactId: contact?.id ?? null,
      needTitle: need.title,
      needReference: need.reference ?? '',
      solutionName: solution.name,
      domains: need.domains,
      title: `${solution.name} : ${need.title}`.slice(0, 200),
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Pilot
  await recordCreation(context, pilotLifecycle, pilot)
  return pilot
}

/** False when somebody saved meanwhile. */
export async function savePilotSheet(
  { db, now }: Context,
  pilot: Pilot,
  input: PilotSheetInput,
): Promise<boolean> {
  const { title, scope, budget, startsOn, endsOn, version } = input
  const saved = await db
    .updateTable('collaboration.pilot')
    .set({
      ...{ title, scope, startsOn, endsOn },
      budget: budget ?? 0,
      version: version + 1,
      updatedAt: now,
    })
    .where('id', '=', pilot.id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  await replaceCriteria(db, pilot, input)
  return true
}

async function replaceCriteria(db: Context['db'], pilot: Pilot, input: PilotSheetInput) {
  const { id: pilotId, communeId, startupId } = pilot
  await db.deleteFrom('collaboration.pilotCriterion').where('pilotId', '=', pilotId).execute()
  const rows = criterionRows
    .map((row) => ({ label: input[`label${row}`] ?? '', target: input[`target${row}`] ?? '' }))
    .filter(({ label, target }) => label !== '' && target !== '')
    .map((criterion, index) => ({
      ...criterion,
      id: createId(),
      position: index + 1,
      pilotId,
      communeId,
      startupId,
    }))
  if (rows.length > 0) await db.insertInto('collaboration.pilotCriterion').values(rows).execute()
}

/** What the commune found for a criterion. */
export interface Judgement {
  readonly criterionId: string
  readonly measured: string
  readonly verdict: string
}

export async function saveJudgements(
  { db }: Context,
  pilot: Pilot,
  judgements: readonly Judgement[],
): Promise<void> {
  for (const { criterionId, measured, verdict } of judgements)
    await db
      .updateTable('collaboration.pilotCriterion')
      .set({ measured, verdict })
      .where('id', '=', criterionId)
      .where('pilotId', '=', pilot.id)
      .execute()
}

interface MoveParts {
  readonly reason?: string
  /** What the caller has established; the rest is established here. */
  readonly facts?: Partial<Record<PilotFact, boolean>>
  readonly set?: Partial<Pilot>
}

/** Takes a step and tells both sides. */
export async function movePilot(
  context: Context,
  pilot: Pilot,
  step: PilotStep,
  { reason, facts, set }: MoveParts = {},
): Promise<Pilot> {
  const { db, actor, now } = context
  const bounds = await loadBounds(context, pilot)
  const full = await getFullPilot(db, pilot.id)
  const [problem] = Object.values(checkBounds(full.pilot, bounds))
  if (step === 'propose' && problem) throw new Conflict(problem)
  const moved = await moveThrough(context, pilotLifecycle, pilot.id, step, {
    facts: {
      sheetIsComplete: listGaps(full).length === 0,
      boundsAreKept: problem === undefined,
      endIsAhead: full.pilot.endsOn !== null && full.pilot.endsOn >= toDay(now),
      criteriaAreJudged: areJudged(full.criteria),
      reasonIsGiven: Boolean(reason),
      ...facts,
    },
    ...(reason !== undefined && { reason }),
    set: { statusReason: reason ?? null, ...datesOf(step, now), ...set },
  })
  const isPrivate = pilot.status === 'draft' && step === 'withdraw'
  if (!isPrivate) await tellSides(db, moved, newsOf(step, moved, reason, now), now, actor.id)
  return moved
}

function datesOf(step: PilotStep, now: Date): Partial<Pilot> {
  if (step === 'propose') return { rulesOn: toDay(now) }
  if (step === 'accept') return { startedAt: now }
  return ['adopt', 'extend', 'stop'].includes(step) ? { decidedAt: now } : {}
}

/** A follow-up note, seen by both sides and the association. */
export async function writeNote(context: Context, pilot: Pilot, body: string): Promise<void> {
  const { actor, db, now } = context
  const { organisation } = actor
  if (!organisation || !pilotPolicy.note(actor, pilot)) throw new Forbidden()
  const id = createId(now.getTime())
  await db
    .insertInto('collaboration.pilotNote')
    .values({
      id,
      pilotId: pilot.id,
      communeId: pilot.communeId,
      startupId: pilot.startupId,
      authorId: getPersonId(actor),
      authorOrganisationId: organisation.id,
      body,
      writtenAt: now,
    })
    .execute()
  const payload = { noteId: id }
  await recordEvent(db, { kind: 'pilot.note', subjectId: pilot.id, payload }, now)
  const subject = () =>
    t('Note de suivi de {organisation} : {reference}', {
      organisation: organisation.name,
      reference: pilot.reference,
    })
  const text = () => (body.length > 300 ? `${body.slice(0, 297)}…` : body)
  await tellSides(db, pilot, { subject, text, key: `note:${id}` }, now, actor.id)
}
