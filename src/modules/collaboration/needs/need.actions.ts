/** What happens to a need: each verb is one transaction, and tells the people concerned. */

import { getCommune } from '#modules/directory/index.ts'
import { notify, signOrganisation } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { findNeedOfAction } from './action-need.queries.ts'
import { needLifecycle } from './need.lifecycle.ts'
import { messageOf } from './need.messages.ts'
import { isPublicNeed, needPolicy } from './need.policy.ts'
import type { Need } from './need.schema.ts'
import type { NeedStep } from './need.workflow.ts'
import { listMissing } from './need-completeness.rules.ts'

/** A new draft, filled in advance with what the commune has already told of itself. */
export async function startNeed(context: Context, known: Partial<Need>): Promise<Need> {
  const { actor, db, now } = context
  if (actor.id === null || actor.organisation === null) throw new Forbidden()
  const need = (await db
    .insertInto('collaboration.need')
    .values({
      ...known,
      id: createId(now.getTime()),
      communeId: actor.organisation.id,
      status: 'draft',
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Need
  await recordCreation(context, needLifecycle, need)
  return need
}

/**
 * Keeps the answers of one step. Undefined when somebody else saved since the page was shown:
 * the page then shows both, and nothing is lost.
 */
export async function saveAnswers(
  context: Context,
  need: Need,
  version: number,
  answers: Partial<Need>,
): Promise<Need | undefined> {
  const saved = await context.db
    .updateTable('collaboration.need')
    .set({ ...answers, version: version + 1, updatedAt: context.now })
    .where('id', '=', need.id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'returned'])
    .returningAll()
    .executeTakeFirst()
  return saved as Need | undefined
}

/** Takes a step and tells those who wait for it. The reference is given when the need is first submitted. */
export async function moveNeed(
  context: Context,
  need: Need,
  step: NeedStep,
  reason?: string,
): Promise<Need> {
  const facts = { isComplete: listMissing(need).length === 0, reasonIsGiven: Boolean(reason) }
  if (step === 'reopen') await refuseSecond(context, need)
  const set = await fillIn(context, need, step, reason)
  const moved = await moveThrough(context, needLifecycle, need.id, step, { reason, facts, set })
  if (reason && isPublicNeed(need) && !isPublicNeed(moved))
    await revokeDocuments(context, need.id, reason)
  await tell(context, moved, step, reason)
  return moved
}

/** An action of a plan becomes one need at a time. */
async function refuseSecond({ db }: Context, { id, planActionId }: Need): Promise<void> {
  if (planActionId === null) return
  const living = await findNeedOfAction(db, planActionId)
  if (living && living.id !== id)
    throw new Conflict('Un autre besoin est né de la même action du schéma directeur.')
}

async function fillIn(
  context: Context,
  need: Need,
  step: NeedStep,
  reason: string | undefined,
): Promise<Partial<Need>> {
  const year = Number(toDay(context.now).slice(0, 4))
  const needsReference = step === 'submit' && need.reference === null
  return {
    statusReason: reason ?? null,
    ...(needsReference && { reference: await createReference(context.db, 'BES', year) }),
    ...(step === 'publish' && { publishedAt: context.now }),
  }
}

async function tell(
  { db, actor, now }: Context,
  need: Need,
  step: NeedStep,
  reason: string | undefined,
): Promise<void> {
  const message = messageOf(step, need, reason)
  if (!message) return
  await notify(
    db,
    {
      organisationId: need.communeId,
      roles: message.roles,
      exceptPersonId: actor.id,
      topic: 'needs',
      subject: message.subject,
      text: () =>
        actor.assistance
          ? t('{text} Fait par {name}.', { text: message.text(), name: signOrganisation(actor) })
          : message.text(),
      link: `/espace/besoins/${need.id}`,
      key: `need:${need.id}:${step}:${need.version}:${now.getTime()}`,
    },
    now,
  )
}

/** Another commune has the same need: from now on it is a grouped need. */
export async function joinNeed(
  context: Context,
  need: Need,
  { note, users }: { note: string; users: number | null },
): Promise<void> {
  const { actor, db, now } = context
  if (!actor.id || !actor.organisation || !needPolicy.join(actor, need)) throw new Forbidden()
  const joiner = { note, users, joinedBy: actor.id, joinedAt: now, leftAt: null }
  await db
    .insertInto('collaboration.needJoiner')
    .values({ needId: need.id, communeId: actor.organisation.id, ...joiner })
    .onConflict((conflict) => conflict.columns(['needId', 'communeId']).doUpdateSet(joiner))
    .execute()
  await recordJoining(context, need, 'need.join')
  const commune = await getCommune(db, actor.organisation.id)
  await notify(
    db,
    {
      organisationId: need.communeId,
      roles: communeOfficers,
      topic: 'needs',
      subject: () =>
        t('{commune} rejoint votre besoin {reference}', {
          commune: commune.name,
          reference: need.reference ?? '',
        }),
      text: () =>
        t(
          'La commune de {commune} a le même besoin que vous : « {title} ». Votre besoin est maintenant groupé.',
          { commune: commune.name, title: need.title },
        ),
      link: `/besoins/${need.reference}`,
      key: `need:${need.id}:join:${commune.id}:${now.getTime()}`,
    },
    now,
  )
}

export async function leaveNeed(context: Context, need: Need): Promise<void> {
  const { actor, db, now } = context
  if (!actor.organisation) throw new Forbidden()
  await db
    .updateTable('collaboration.needJoiner')
    .set({ leftAt: now })
    .where('needId', '=', need.id)
    .where('communeId', '=', actor.organisation.id)
    .where('leftAt', 'is', null)
    .execute()
  await recordJoining(context, need, 'need.leave')
}

async function recordJoining(
  { db, actor, now }: Context,
  need: Need,
  action: string,
): Promise<void> {
  const communeId = actor.organisation?.id ?? null
  await recordAudit(
    db,
    {
      actor,
      organisationId: need.communeId,
      action,
      subjectKind: 'need',
      subjectId: need.id,
      details: { communeId },
    },
    now,
  )
  await recordEvent(db, { kind: action, subjectId: need.id, payload: { communeId } }, now)
}
