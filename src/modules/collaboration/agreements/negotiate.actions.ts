/** Negotiating an agreement clause by clause: another wording, the agreement of each side to the present one. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { t, type Words } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { tellParties } from './agreement.messages.ts'
import { agreementPolicy, sideOf } from './agreement.policy.ts'
import { getClause, getFullAgreement, lockAgreement } from './agreement.queries.ts'
import type { Agreement, AgreementClause } from './agreement.schema.ts'

type Side = ReturnType<typeof sideOf>

interface Proposed {
  readonly body: string
  /** The clause is to be left out: only one that the framework does not require. */
  readonly isRemoved?: boolean
  readonly comment: string
  /** Of the wording that it answers. */
  readonly version: number
}

/** The wording replaces the present one; whoever may bind their side agrees to it by proposing it. False when that one has changed meanwhile. */
export async function proposeWording(
  context: Context,
  agreement: Agreement,
  { id }: AgreementClause,
  { body, comment, version, isRemoved = false }: Proposed,
): Promise<boolean> {
  const { db, actor, now } = context
  await holdNegotiation(context, agreement)
  const clause = await getClause(db, agreement.id, id)
  if (clause.version !== version) return false
  if (isRemoved && clause.isMandatory) throw new Conflict('Cette clause ne se retire pas.')
  const side = sideOf(actor, agreement)
  await keepWording(context, clause, { body, comment, isRemoved, side })
  const agreedAt = agreementPolicy.accept(actor, agreement) ? now : null
  await db
    .updateTable('collaboration.agreementClause')
    .set({
      body,
      isRemoved,
      communeAgreedAt: side === 'commune' ? agreedAt : null,
      startupAgreedAt: side === 'startup' ? agreedAt : null,
      version: clause.version + 1,
    })
    .where('id', '=', clause.id)
    .execute()
  await touch(context, agreement)
  await askToReread(
    context,
    agreement,
    clause,
    () =>
      comment ||
      (isRemoved ? t('Son retrait est proposé.') : t('Une autre rédaction est proposée.')),
  )
  return true
}

async function keepWording(
  { db, actor, now }: Context,
  { id: clauseId, communeId, startupId }: AgreementClause,
  { body, comment, isRemoved, side }: Omit<Proposed, 'version'> & { readonly side: Side },
): Promise<void> {
  await db
    .insertInto('collaboration.clauseWording')
    .values({
      id: createId(now.getTime()),
      clauseId,
      communeId,
      startupId,
      body,
      isRemoved,
      comment,
      proposedBy: getPersonId(actor),
      organisationId: side === 'commune' ? communeId : startupId,
      proposedAt: now,
    })
    .execute()
}

async function askToReread(
  { db, actor, now }: Context,
  agreement: Agreement,
  clause: AgreementClause,
  text: Words,
): Promise<void> {
  const told = {
    subject: () =>
      t('Clause à relire : {title} ({reference})', {
        title: clause.title,
        reference: agreement.reference,
      }),
    text,
    link: `/espace/conventions/${agreement.id}/clauses/${clause.id}`,
    key: `wording:${clause.id}:${clause.version}`,
  }
  await tellParties(db, agreement, told, now, actor.id)
}

/** Of the wording that was shown: undefined when it has changed since. */
export async function agreeToClause(
  context: Context,
  agreement: Agreement,
  clause: AgreementClause,
  version: number,
): Promise<AgreementClause | undefined> {
  const { db, actor, now } = context
  await holdNegotiation(context, agreement)
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

/** Agrees at once to all that is still worded as in the framework: what the other side changed is read one by one. */
export async function agreeToRest(context: Context, agreement: Agreement): Promise<number> {
  const { db, actor, now } = context
  await holdNegotiation(context, agreement)
  const side = sideOf(actor, agreement)
  const column = side === 'commune' ? 'communeAgreedAt' : 'startupAgreedAt'
  const { clauses } = await getFullAgreement(db, agreement.id)
  const rest = clauses.filter(
    (clause) =>
      clause[column] === null && clause.body === clause.frameworkBody && !clause.isRemoved,
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

/** The text must not be closed by one side while the other is changing it. */
async function holdNegotiation({ db }: Context, { id }: Agreement): Promise<void> {
  const { status } = await lockAgreement(db, id)
  if (status !== 'negotiating') throw new Conflict(outdated)
}

async function touch({ db, now }: Context, { id }: Agreement): Promise<void> {
  await db
    .updateTable('collaboration.agreement')
    .set({ updatedAt: now })
    .where('id', '=', id)
    .execute()
}
