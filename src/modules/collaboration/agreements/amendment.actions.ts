/** Proposing an amendment, signing it, refusing it. */

import type { Proof } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { recordSignature } from '../signatures/record-signature.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { tellParties } from './agreement.messages.ts'
import { lockAgreement } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import { amendmentLifecycle } from './amendment.lifecycle.ts'
import { type Amendment, type AmendmentChanges, listAmendments } from './amendment.queries.ts'
import { hashAmendment } from './amendment-text.rules.ts'
import { issueAmendment } from './issue-agreement.ts'

export async function proposeAmendment(
  context: Context,
  agreement: Agreement,
  { reason, changes }: { readonly reason: string; readonly changes: AmendmentChanges },
): Promise<Amendment> {
  const { db, actor, now } = context
  await lockAgreement(db, agreement.id)
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
  await issueAmendment(context, agreement.id, amendment.id)
  await tellParties(
    db,
    agreement,
    {
      subject: () =>
        t('Avenant n° {number} à relire : {reference}', {
          number: amendment.number,
          reference: agreement.reference,
        }),
      text: () => reason,
      link: `/espace/conventions/${agreement.id}/avenants/${amendment.id}`,
      key: `amendment:${amendment.number}`,
    },
    now,
    actor.id,
  )
  return amendment
}

/** At the second signature the agreement changes, in the same transaction. */
export async function signAmendment(
  context: Context,
  agreement: Agreement,
  amendment: Amendment,
  proof: Proof,
): Promise<void> {
  const { db, now, actor } = context
  const { status } = await lockAgreement(db, agreement.id)
  if (status !== 'active') throw new Conflict(outdated)
  const documentSha256 = hashAmendment(amendment, agreement)
  await recordSignature(context, {
    subjectKind: 'amendment',
    subjectId: amendment.id,
    partyIds: [agreement.communeId, agreement.startupId],
    documentSha256,
    proof,
  })
  const signatures = await listSignatures(db, 'amendment', amendment.id)
  if (signatures.length < 2) return
  await moveThrough(context, amendmentLifecycle, amendment.id, 'complete', {
    facts: { bothHaveSigned: true },
    set: { signedAt: now, documentSha256 },
  })
  await applyAmendment(context, agreement, amendment.changes)
  await issueAmendment(context, agreement.id, amendment.id)
  await tellParties(
    db,
    agreement,
    {
      subject: () =>
        t('Avenant n° {number} signé : {reference}', {
          number: amendment.number,
          reference: agreement.reference,
        }),
      text: () => t('La convention est modifiée.'),
      key: `amendment:${amendment.number}:signed`,
    },
    now,
    actor.id,
  )
}

async function applyAmendment(
  { db, now }: Context,
  agreement: Agreement,
  { clauses, amount, endsOn }: AmendmentChanges,
): Promise<void> {
  await db
    .updateTable('collaboration.agreement')
    .set({
      ...(amount && { amount: amount.after }),
      ...(endsOn && { endsOn: endsOn.after, renewalRemindedAt: null }),
      updatedAt: now,
    })
    .where('id', '=', agreement.id)
    .execute()
  for (const { key, body } of clauses)
    await db
      .updateTable('collaboration.agreementClause')
      .set({ body })
      .where('agreementId', '=', agreement.id)
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
  await asSystem(context, (db) => revokeDocuments({ ...context, db }, amendment.id, reason))
  await tellParties(
    db,
    agreement,
    {
      subject: () =>
        t('Avenant n° {number} refusé : {reference}', {
          number: amendment.number,
          reference: agreement.reference,
        }),
      text: () => reason,
      key: `amendment:${amendment.number}:refused`,
    },
    now,
    actor.id,
  )
}
