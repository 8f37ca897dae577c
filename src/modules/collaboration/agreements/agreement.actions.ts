/** Drafting an agreement from the framework, saying its details, moving it on. */
import { getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getFrameworkInForce } from '../framework/framework.queries.ts'
import { agreementLifecycle } from './agreement.lifecycle.ts'
import { tellParties } from './agreement.messages.ts'
import { findAgreementOf, getFullAgreement, lockAgreement } from './agreement.queries.ts'
import type { Agreement, AgreementSource, Details } from './agreement.schema.ts'
import type { AgreementStep } from './agreement.workflow.ts'
import { areDetailsComplete, dependsOnDetails, isAgreed } from './agreement-text.rules.ts'
import { issueAgreement } from './issue-agreement.ts'

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
  await copyClauses(db, agreement, clauses)
  await recordCreation(context, agreementLifecycle, agreement)
  await tellParties(
    db,
    agreement,
    {
      subject: () =>
        t('Convention à négocier : {reference} {title}', {
          reference: agreement.reference,
          title: agreement.title,
        }),
      text: () => t('Relisez chaque clause, proposez une autre rédaction ou donnez votre accord.'),
      key: 'drafted',
    },
    now,
    actor.id,
  )
  return agreement
}

type FrameworkClauses = Awaited<ReturnType<typeof getFrameworkInForce>>['clauses']

async function copyClauses(
  db: Context['db'],
  agreement: Agreement,
  clauses: FrameworkClauses,
): Promise<void> {
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
      .set((is) => ({
        communeAgreedAt: null,
        startupAgreedAt: null,
        version: is('version', '+', 1),
      }))
      .where('id', 'in', touched)
      .execute()
  return true
}

const stepTitles: Partial<Record<AgreementStep, string>> = {
  agree: 'Texte arrêté, à signer',
  reopen: 'Négociation rouverte',
  suspend: 'Convention suspendue',
  resume: 'Convention reprise',
  terminate: 'Convention résiliée',
  abandon: 'Convention abandonnée',
}

/** A settled text has its paper; one that is opened again, or given up, has it withdrawn. */
async function keepPaper(
  context: Context,
  agreementId: string,
  step: AgreementStep,
  reason = '',
): Promise<void> {
  if (step === 'agree') await issueAgreement(context, agreementId)
  if (step === 'reopen' || step === 'abandon')
    await asSystem(context, (db) => revokeDocuments({ ...context, db }, agreementId, reason))
}

/** Takes a step and tells both sides; signing is in sign-agreement.ts. */
export async function moveAgreement(
  context: Context,
  shown: Agreement,
  step: AgreementStep,
  reason?: string,
): Promise<Agreement> {
  const { db, actor, now } = context
  await lockAgreement(db, shown.id)
  const { agreement, clauses } = await getFullAgreement(db, shown.id)
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
  await keepPaper(context, moved.id, step, reason)
  const news = stepTitles[step]
  if (news)
    await tellParties(
      db,
      moved,
      {
        subject: () => t('{what} : {about}', { what: t(news), about: moved.reference }),
        text: () => reason ?? moved.title,
        key: `${step}:${now.getTime()}`,
      },
      now,
      actor.id,
    )
  return moved
}
