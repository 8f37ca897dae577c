/** What a commune does with a call that nobody answered: asks why, gives more time, or words it anew. */
import { notify } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { moveCall, recordParties } from '../calls/call.actions.ts'
import { callLifecycle } from '../calls/call.lifecycle.ts'
import { addParts, readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { hasPassed } from '../calls/call-dates.rules.ts'
import { saveCriteria, saveLots } from '../calls/call-parts.actions.ts'
import { recordAddendum } from '../calls/publish-addendum.ts'
import { listMatchingStartups } from '../matching/matching-startups.queries.ts'
import { countSealed } from '../proposals/proposal.queries.ts'
import type { SilenceCause } from './silence.schema.ts'

/** Closed by the clock, not opened, and empty. How many have answered is told only once the deadline has passed. */
export async function isUnanswered(
  context: Pick<Context, 'db' | 'actor'>,
  call: Call,
): Promise<boolean> {
  if (call.status !== 'published' || !hasPassed(call.deadline, await readClock(context.db)))
    return false
  return (await asSystem(context, () => countSealed(context.db, call.id))) === 0
}

/** How many startups were asked. */
export async function askWhy(context: Context, call: Call): Promise<number> {
  const { db, now } = context
  return asSystem(context, async () => {
    const startups = await listMatchingStartups(db, call)
    for (const organisationId of startups)
      await notify(
        db,
        {
          organisationId,
          roles: ['manager', 'member'],
          topic: 'calls',
          subject: () => t('Pourquoi n’avez-vous pas répondu ? {title}', { title: call.title }),
          text: () =>
            t(
              'Une réponse en deux clics aide la commune à mieux demander. Elle lira les raisons, pas votre nom.',
            ),
          link: `/appels/${call.reference}/pourquoi`,
          key: `call:${call.id}:why`,
        },
        now,
      )
    return startups.length
  })
}

interface Silence {
  readonly cause: SilenceCause
  readonly comment: string
}

export async function recordSilence(
  { db, actor, now }: Context,
  call: Call,
  { cause, comment }: Silence,
): Promise<void> {
  const said = { cause, comment, saidBy: getPersonId(actor), saidAt: now }
  await db
    .insertInto('collaboration.callSilence')
    .values({ callId: call.id, startupId: getOrganisationId(actor), ...said })
    .onConflict((conflict) => conflict.columns(['callId', 'startupId']).doUpdateSet(said))
    .execute()
}

/** The reasons given, without whose they are. */
export function listSilences(
  context: Pick<Context, 'db' | 'actor'>,
  callId: string,
): Promise<Silence[]> {
  return asSystem(context, async () => {
    const rows = await context.db
      .selectFrom('collaboration.callSilence')
      .select(['cause', 'comment'])
      .where('callId', '=', callId)
      .orderBy('cause')
      .execute()
    return rows as Silence[]
  })
}

/** Opens a call that nobody answered again, until a later deadline, by an addendum that says why. */
export async function extendCall(
  context: Context,
  call: Call,
  { deadline, reason }: { readonly deadline: Date; readonly reason: string },
): Promise<void> {
  const { db, now } = context
  if (!(await isUnanswered(context, call))) throw new Conflict(outdated)
  const after = { ...call, questionsUntil: call.questionsUntil ?? now, deadline }
  await db
    .updateTable('collaboration.call')
    .set({ deadline, remindedAt: null, rescuedAt: null, updatedAt: now, version: call.version + 1 })
    .where('id', '=', call.id)
    .execute()
  await recordAddendum(context, call, reason, after)
  await asSystem(context, async () => {
    for (const organisationId of await listMatchingStartups(db, call))
      await notify(
        db,
        {
          organisationId,
          roles: ['manager', 'member'],
          topic: 'calls',
          subject: () =>
            t('Appel prolongé : {reference} {title}', {
              reference: call.reference ?? '',
              title: call.title,
            }),
          text: () =>
            t('Propositions jusqu’au {date}. {reason}', { date: formatDateTime(deadline), reason }),
          link: `/appels/${call.reference}`,
          key: `call:${call.id}:extended:${deadline.getTime()}`,
        },
        now,
      )
  })
}

/** The call ends, and its content is the draft of another. */
export async function rewordCall(context: Context, call: Call, reason: string): Promise<Call> {
  const { db, actor, now } = context
  const full = await addParts(db, call)
  await moveCall(context, call, 'declareUnsuccessful', { reason })
  const { mechanism, needId, communeId, partyIds, title, purpose, requirements, domains } = call
  const { budgetMin, budgetMax, showsBudget, isAnonymous, minimumScore } = call
  const draft = (await db
    .insertInto('collaboration.call')
    .values({
      ...{ mechanism, needId, communeId, partyIds, title, purpose, requirements, domains },
      ...{ budgetMin, budgetMax, showsBudget, isAnonymous, minimumScore },
      committeeSize: call.committeeSize,
      standstillDays: call.standstillDays,
      id: createId(now.getTime()),
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Call
  await saveLots(db, draft.id, full.lots.map(pickLot))
  await saveCriteria(db, draft.id, full.criteria.map(pickCriterion))
  await recordParties(context, draft)
  await recordCreation(context, callLifecycle, draft)
  return draft
}

type Full = Awaited<ReturnType<typeof addParts>>

const pickLot = ({ title, description, budgetMax }: Full['lots'][number]) => ({
  title,
  description,
  budgetMax,
})

const pickCriterion = (criterion: Full['criteria'][number]) => {
  const { kind, label, guidance, weight, minimumScore } = criterion
  return { kind, label, guidance, weight, minimumScore }
}
