/** Drafting an agreement from the framework, negotiating it clause by clause, moving it on. */
import { getPersonId } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getFrameworkInForce } from '../framework/framework.queries.ts'
import { agreementLifecycle } from './agreement.lifecycle.ts'
import { tellParties } from './agreement.messages.ts'
import { sideOf } from './agreement.policy.ts'
import { findAgreementOf, getFullAgreement } from './agreement.queries.ts'
import type { Agreement, AgreementClause, AgreementSource, Details } from './agreement.schema.ts'
import type { AgreementStep } from './agreement.workflow.ts'
import { areDetailsComplete, dependsOnDetails, isAgreed } from './agreement-text.rules.ts'

export interface NewAgreement {
  readonly source: AgreementSource
  readonly sourceId: string | null
  readonly communeId: string
  readonly startupId: string
  readonly solutionId: string | null
  readonly needId: string | null
  readonly title: string
  readonly purpose: string
  readonly amount: number
}

/** The one already drafted from the same source, or a new one with the clauses of the framework in force. */
export async function draftAgreement(context: Context, given: NewAgreement): Promise<Agreement> {
  const { db, actor, now } = context
  const { sourceId } = given
  const existing = sourceId ? await findAgreementOf(db, { ...given, sourceId }) : undefined
  if (existing) return existing
  const { version, clauses } = await getFrameworkInForce(db)
  const agreement = (await db
    .insertInto('collaboration.agreement')
    .values({
      ...given,
      title: given.title.slice(0, 200),
      id: createId(now.getTime()),
      reference: await createReference(db, 'CNV', Number(toDay(now).slice(0, 4))),
      frameworkVersionId: version.id,
      status: 'negotiating',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Agreement
  const { communeId, startupId } = agreement
  await db
    .insertInto('collaboration.agreementClause')
    .values(
      clauses.map(({ key, position, title, body, isMandatory }) => ({
        id: createId(),
        agreementId: agreement.id,
        communeId,
        startupId,
        key,
        position,
        title,
        body,
        frameworkBody: body,
        isMandatory,
      })),
    )
    .execute()
  await recordCreation(context, agreementLifecycle, agreement)
  await tellParties(
    db,
    agreement,
    {
      subject: `Convention à négocier : ${agreement.reference} ${agreement.title}`,
      text: 'Relisez chaque clause, proposez une autre rédaction ou donnez votre accord.',
      key: 'drafted',
    },
    now,
    actor.id,
  )
  return agreement
}

/** False when somebody saved meanwhile. Clauses that say what changed wait for both sides again. */
export async function saveDetails(
  { db, now }: Context,
  agreement: Agreement,
  { version, ...details }: Details,
): Promise<boolean> {
  const saved = await db
    .updateTable('collaboration.agreement')
    .set({ ...details, amount: details.amount ?? 0, version: version + 1, updatedAt: now })
    .where('id', '=', agreement.id)
    .where('version', '=', version)
    .where('status', '=', 'negotiating')
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const { clauses } = await getFullAgreement(db, agreement.id)
  const touched = clauses.filter(dependsOnDetails).map(({ id }) => id)
  if (touched.length > 0)
    await db
      .updateTable('collaboration.agreementClause')
      .set({ communeAgreedAt: null, startupAgreedAt: null })
      .where('id', 'in', touched)
      .execute()
  return true
}

interface Proposed {
  readonly body: string
  readonly comment: string
}

/** The wording replaces the present one; whoever proposes it agrees to it, the other side is asked. */
export async function proposeWording(
  context: Context,
  agreement: Agreement,
  clause: AgreementClause,
  { body, comment }: Proposed,
): Promise<void> {
  const { db, actor, now } = context
  const side = sideOf(actor, agreement)
  const { id: clauseId, communeId, startupId } = clause
  await db
    .insertInto('collaboration.clauseWording')
    .values({
      id: createId(now.getTime()),
      clauseId,
      communeId,
      startupId,
      body,
      comment,
      proposedBy: getPersonId(actor),
      organisationId: side === 'commune' ? communeId : startupId,
      proposedAt: now,
    })
    .execute()
  await db
    .updateTable('collaboration.agreementClause')
    .set({
      body,
      communeAgreedAt: null,
      startupAgreedAt: null,
      version: clause.version + 1,
    })
    .where('id', '=', clauseId)
    .execute()
  await touch(context, agreement)
  await tellParties(
    db,
    agreement,
    {
      subject: `Clause à relire : ${clause.title} (${agreement.reference})`,
      text: comment || 'Une autre rédaction est proposée.',
      link: `/espace/conventions/${agreement.id}/clauses/${clauseId}`,
      key: `wording:${clauseId}:${clause.version}`,
    },
    now,
    actor.id,
  )
}

/** Of the wording that was shown: undefined when it has changed since. */
export async function agreeToClause(
  context: Context,
  agreement: Agreement,
  clause: AgreementClause,
  version: number,
): Promise<AgreementClause | undefined> {
  const { db, actor, now } = context
  const agreed =
    sideOf(actor, agreement) === 'commune' ? { communeAgreedAt: now } : { startupAgreedAt: now }
  const row = await db
    .updateTable('collaboration.agreementClause')
    .set(agreed)
    .where('id', '=', clause.id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  await touch(context, agreement)
  return row as AgreementClause | undefined
}

/** Agrees at once to all that the other side has not changed from the framework, or has agreed to already. */
export async function agreeToRest(context: Context, agreement: Agreement): Promise<number> {
  const { db, actor, now } = context
  const side = sideOf(actor, agreement)
  const column = side === 'commune' ? 'communeAgreedAt' : 'startupAgreedAt'
  const { clauses } = await getFullAgreement(db, agreement.id)
  const rest = clauses.filter(
    (clause) =>
      clause[column] === null &&
      (clause.body === clause.frameworkBody || isOtherAgreed(clause, side)),
  )
  if (rest.length > 0)
    await db
      .updateTable('collaboration.agreementClause')
      .set({ [column]: now })
      .where(
        'id',
        'in',
        rest.map(({ id }) => id),
      )
      .execute()
  await touch(context, agreement)
  return rest.length
}

function isOtherAgreed(clause: AgreementClause, side: 'commune' | 'startup' | null): boolean {
  return (side === 'commune' ? clause.startupAgreedAt : clause.communeAgreedAt) !== null
}

async function touch({ db, now }: Context, { id }: Agreement): Promise<void> {
  await db
    .updateTable('collaboration.agreement')
    .set({ updatedAt: now })
    .where('id', '=', id)
    .execute()
}

const stepNews: Partial<Record<AgreementStep, string>> = {
  agree: 'Texte arrêté, à signer',
  reopen: 'Négociation rouverte',
  suspend: 'Convention suspendue',
  resume: 'Convention reprise',
  terminate: 'Convention résiliée',
  abandon: 'Convention abandonnée',
}

/** Takes a step and tells both sides; signing is in sign-agreement.ts. */
export async function moveAgreement(
  context: Context,
  agreement: Agreement,
  step: AgreementStep,
  reason?: string,
): Promise<Agreement> {
  const { db, actor, now } = context
  const { clauses } = await getFullAgreement(db, agreement.id)
  const moved = await moveThrough(context, agreementLifecycle, agreement.id, step, {
    facts: {
      detailsAreComplete: areDetailsComplete(agreement),
      clausesAreAgreed: clauses.every(isAgreed),
      reasonIsGiven: Boolean(reason),
      endHasCome: agreement.endsOn !== null && agreement.endsOn < toDay(now),
    },
    ...(reason !== undefined && { reason }),
    set: {
      statusReason: reason ?? null,
      ...(['terminate', 'end'].includes(step) && { endedAt: now }),
    },
  })
  const news = stepNews[step]
  if (news)
    await tellParties(
      db,
      moved,
      {
        subject: `${news} : ${moved.reference}`,
        text: reason ?? moved.title,
        key: `${step}:${now.getTime()}`,
      },
      now,
      actor.id,
    )
  return moved
}
