/** Proposing an amendment, signing it, refusing it. */
import { createHash } from 'node:crypto'
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { type Proof, recordSignature } from '../signatures/record-signature.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { tellParties } from './agreement.messages.ts'
import { getAgreement } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import { amendmentLifecycle } from './amendment.lifecycle.ts'
import { type Amendment, type AmendmentChanges, listAmendments } from './amendment.queries.ts'

export async function proposeAmendment(
  context: Context,
  agreement: Agreement,
  { reason, changes }: { readonly reason: string; readonly changes: AmendmentChanges },
): Promise<Amendment> {
  const { db, actor, now } = context
  const former = await listAmendments(db, agreement.id)
  if (former.some(({ status }) => status === 'proposed'))
    throw new Conflict('Un avenant attend déjà les signatures.')
  const amendment = (await db
    .insertInto('collaboration.amendment')
    .values({
      id: createId(now.getTime()),
      agreementId: agreement.id,
      communeId: agreement.communeId,
      startupId: agreement.startupId,
      number: former.length + 1,
      reason,
      changes: JSON.stringify(changes),
      status: 'proposed',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as unknown as Amendment
  await recordCreation(context, amendmentLifecycle, amendment)
  await tellParties(
    db,
    agreement,
    {
      subject: `Avenant n° ${amendment.number} à relire : ${agreement.reference}`,
      text: reason,
      link: `/espace/conventions/${agreement.id}/avenants/${amendment.id}`,
      key: `amendment:${amendment.number}`,
    },
    now,
    actor.id,
  )
  return amendment
}

/** Signatures are given over this. */
export function hashAmendment(amendment: Amendment, agreement: Agreement): string {
  const { number, reason, changes } = amendment
  const whole = JSON.stringify({ agreement: agreement.reference, number, reason, changes })
  return createHash('sha256').update(whole).digest('hex')
}

/** At the second signature the agreement changes, in the same transaction. */
export async function signAmendment(
  context: Context,
  agreement: Agreement,
  amendment: Amendment,
  proof: Proof,
): Promise<void> {
  const { db, now, actor } = context
  await recordSignature(context, {
    subjectKind: 'amendment',
    subjectId: amendment.id,
    partyIds: [agreement.communeId, agreement.startupId],
    documentSha256: hashAmendment(amendment, agreement),
    proof,
  })
  const signatures = await listSignatures(db, 'amendment', amendment.id)
  if (signatures.length < 2) return
  await moveThrough(context, amendmentLifecycle, amendment.id, 'complete', {
    facts: { bothHaveSigned: true },
    set: { signedAt: now, documentSha256: hashAmendment(amendment, agreement) },
  })
  await applyAmendment(context, agreement.id, amendment.changes)
  await tellParties(
    db,
    agreement,
    {
      subject: `Avenant n° ${amendment.number} signé : ${agreement.reference}`,
      text: 'La convention est modifiée.',
      key: `amendment:${amendment.number}:signed`,
    },
    now,
    actor.id,
  )
}

async function applyAmendment(
  { db, now }: Context,
  agreementId: string,
  { clauses, amount, endsOn }: AmendmentChanges,
): Promise<void> {
  const agreement = await getAgreement(db, agreementId)
  await db
    .updateTable('collaboration.agreement')
    .set({
      amount: amount ?? agreement.amount,
      endsOn: endsOn ?? agreement.endsOn,
      renewalRemindedAt: null,
      updatedAt: now,
    })
    .where('id', '=', agreementId)
    .execute()
  for (const { key, body } of clauses)
    await db
      .updateTable('collaboration.agreementClause')
      .set({ body })
      .where('agreementId', '=', agreementId)
      .where('key', '=', key)
      .execute()
}

export async function refuseAmendment(
  context: Context,
  agreement: Agreement,
  amendment: Amendment,
  reason: string,
): Promise<void> {
  const { db, now, actor } = context
  await moveThrough(context, amendmentLifecycle, amendment.id, 'refuse', {
    reason,
    facts: { reasonIsGiven: reason !== '' },
  })
  await tellParties(
    db,
    agreement,
    {
      subject: `Avenant n° ${amendment.number} refusé : ${agreement.reference}`,
      text: reason,
      key: `amendment:${amendment.number}:refused`,
    },
    now,
    actor.id,
  )
}
