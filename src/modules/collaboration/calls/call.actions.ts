/** What happens to a call: each verb is one transaction, and tells the people concerned. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getRuleInForce } from '../mechanisms/mechanism.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import { listJoiners } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { tellAnswerers } from './answerers.ts'
import { callLifecycle } from './call.lifecycle.ts'
import { tellCommunes } from './call.messages.ts'
import { addParts, readClock } from './call.queries.ts'
import type { Call, CallMechanism, FullCall } from './call.schema.ts'
import type { CallFact, CallStep } from './call.workflow.ts'
import { listMissingParts } from './call-completeness.rules.ts'
import { checkDates, computeStandstillEnd, hasPassed, type TimeLimits } from './call-dates.rules.ts'
import { draftCall, firstCriteria } from './call-draft.rules.ts'
import { saveCriteria, saveLots } from './call-parts.actions.ts'

/** A new draft from a published need, with the communes that joined it when the call is grouped. */
export async function startCall(
  context: Context,
  need: Need,
  mechanism: CallMechanism,
): Promise<Call> {
  const { actor, db, now } = context
  if (!needPolicy.contact(actor, need)) throw new Forbidden()
  const joiners = mechanism === 'groupedCall' ? await listJoiners(db, need.id) : []
  if (mechanism === 'groupedCall' && joiners.length === 0)
    throw new Conflict(
      'Aucune autre commune n’a rejoint ce besoin : l’appel ne peut pas être groupé.',
    )
  const partyIds = [need.communeId, ...joiners.map(({ communeId }) => communeId)]
  const call = (await db
    .insertInto('collaboration.call')
    .values({
      ...draftCall(need, mechanism),
      id: createId(now.getTime()),
      needId: need.id,
      communeId: need.communeId,
      partyIds,
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Call
  await saveLots(db, call.id, [{ title: 'Lot unique', description: '', budgetMax: call.budgetMax }])
  await saveCriteria(
    db,
    call.id,
    firstCriteria.map((criterion) => ({ ...criterion, minimumScore: null })),
  )
  await recordParties(context, call)
  await recordCreation(context, callLifecycle, call)
  return call
}

export async function recordParties({ db, now }: Context, { id, partyIds }: Call): Promise<void> {
  if (partyIds.length < 2) return
  await db
    .insertInto('collaboration.callCommune')
    .values(partyIds.map((communeId) => ({ callId: id, communeId, joinedAt: now })))
    .execute()
}

interface MoveParts {
  readonly reason?: string
  /** What the caller has established; the rest is established here. */
  readonly facts?: Partial<Record<CallFact, boolean>>
  readonly set?: Partial<Call>
}

/** Takes a step and tells those who wait for it. */
export async function moveCall(
  context: Context,
  call: Call,
  step: CallStep,
  { reason, facts, set }: MoveParts = {},
): Promise<Call> {
  const established = await establishFacts(context, await addParts(context.db, call), reason)
  const moved = await moveThrough(context, callLifecycle, call.id, step, {
    facts: { ...established, ...facts },
    set: { ...(await fillIn(context, call, step, reason)), ...set },
    ...(reason !== undefined && { reason }),
  })
  await tellCommunes(context, moved, step, reason)
  if (call.publishedAt && endingTitles[step])
    await tellEnding(context, moved, endingTitles[step], reason)
  return moved
}

/** What those who prepared an answer are told when a published call ends without an award. */
const endingTitles: Partial<Record<CallStep, string>> = {
  cancel: 'Appel annulé',
  declareUnsuccessful: 'Appel déclaré infructueux',
}

function tellEnding(context: Context, call: Call, what: string, reason = ''): Promise<void> {
  return tellAnswerers(context, call, {
    subject: () => t('{what} : {about}', { what: t(what), about: call.reference ?? '' }),
    text: () => reason,
    link: `/appels/${call.reference}`,
    key: call.status,
  })
}

async function establishFacts(
  { db, now }: Context,
  full: FullCall,
  reason: string | undefined,
): Promise<Partial<Record<CallFact, boolean>>> {
  const clock = await readClock(db)
  const { call } = full
  return {
    callIsComplete: listMissingParts(full).length === 0,
    datesLeaveTime: Object.keys(await checkCallDates(db, call, now)).length === 0,
    reasonIsGiven: Boolean(reason),
    deadlineHasPassed: hasPassed(call.deadline, clock),
    standstillHasPassed: hasPassed(call.standstillUntil, clock),
  }
}

/** What the rules in force say of the dates of a call, by field. */
export async function checkCallDates(
  db: Context['db'],
  call: Pick<Call, 'mechanism' | 'publishedAt' | 'questionsUntil' | 'deadline'>,
  now: Date,
) {
  return checkDates(call, await loadTimeLimits(db, call, now), now)
}

/** A published call keeps the limits of the day it was published. */
export async function loadTimeLimits(
  db: Context['db'],
  { mechanism, publishedAt }: Pick<Call, 'mechanism' | 'publishedAt'>,
  now: Date,
): Promise<TimeLimits> {
  const day = toDay(publishedAt ?? now)
  const { minimumDays, lateChangeDays } = await getRuleInForce(db, mechanism, day)
  return { minimumDays: minimumDays ?? 1, lateChangeDays: lateChangeDays ?? 1 }
}

async function fillIn(
  { db, now }: Context,
  call: Call,
  step: CallStep,
  reason: string | undefined,
): Promise<Partial<Call>> {
  const year = Number(toDay(now).slice(0, 4))
  const needsReference = step === 'submit' && call.reference === null
  return {
    statusReason: reason ?? null,
    ...(needsReference && { reference: await createReference(db, 'APP', year) }),
    ...(step === 'publish' && { publishedAt: now }),
    ...(step === 'open' && { openedAt: now }),
    ...(step === 'award' && {
      awardedAt: now,
      standstillUntil: computeStandstillEnd(now, call.standstillDays),
    }),
  }
}
