/** Preparing an adhesion, signing it, withdrawing. */

import type { Proof } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getFramework, getFrameworkInForce } from '../framework/framework.queries.ts'
import { hashFramework } from '../framework/framework-text.rules.ts'
import { recordSignature } from '../signatures/record-signature.ts'
import { adhesionLifecycle } from './adhesion.lifecycle.ts'
import { findAdhesion } from './adhesion.queries.ts'
import type { Adhesion } from './adhesion.schema.ts'
import { issueAdhesion } from './issue-adhesion.ts'

/** To the version in force. The one already prepared or signed for it is returned as it is. */
export async function prepareAdhesion(context: Context): Promise<Adhesion> {
  const { db, actor } = context
  const organisationId = getOrganisationId(actor)
  const { version } = await getFrameworkInForce(db)
  const signed = await findAdhesion(db, organisationId, 'signed')
  if (signed?.frameworkVersionId === version.id) return signed
  const prepared = await findAdhesion(db, organisationId, 'prepared')
  if (!prepared) return insertAdhesion(context, organisationId, version.id)
  return bringUpToDate(context, prepared, version.id)
}

async function insertAdhesion(
  context: Context,
  organisationId: string,
  frameworkVersionId: string,
): Promise<Adhesion> {
  const { db, actor, now } = context
  const adhesion = (await db
    .insertInto('collaboration.adhesion')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'ADH', Number(toDay(now).slice(0, 4))),
      frameworkVersionId,
      organisationId,
      organisationKind: actor.organisation?.kind ?? '',
      status: 'prepared',
      preparedBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Adhesion
  await recordCreation(context, adhesionLifecycle, adhesion)
  return adhesion
}

/** What was prepared for a version that a newer one replaced meanwhile binds nobody: it follows. */
async function bringUpToDate(
  { db, now }: Context,
  { id }: Adhesion,
  frameworkVersionId: string,
): Promise<Adhesion> {
  const row = await db
    .updateTable('collaboration.adhesion')
    .set({ frameworkVersionId, updatedAt: now })
    .where('id', '=', id)
    .where('status', '=', 'prepared')
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Conflict(outdated)
  return row as Adhesion
}

export async function signAdhesion(
  context: Context,
  adhesion: Adhesion,
  proof: Proof,
): Promise<void> {
  const framework = await getFramework(context.db, adhesion.frameworkVersionId)
  if (framework.version.status !== 'published')
    throw new Conflict('Une nouvelle version du cadre a paru : préparez une nouvelle adhésion.')
  await recordSignature(context, {
    subjectKind: 'adhesion',
    subjectId: adhesion.id,
    partyIds: [adhesion.organisationId],
    documentSha256: hashFramework(framework),
    proof,
  })
  const signed = await moveThrough(context, adhesionLifecycle, adhesion.id, 'sign', {
    facts: { signatureIsKept: true },
    set: { signedAt: context.now },
  })
  await replaceFormer(context, signed)
  await issueAdhesion(context, signed)
}

/** One adhesion counts at a time: the newest signed. The former keeps its signature, and no longer stands in the register. */
async function replaceFormer(context: Context, signed: Adhesion): Promise<void> {
  const former = await context.db
    .selectFrom('collaboration.adhesion')
    .select('id')
    .where('organisationId', '=', signed.organisationId)
    .where('status', '=', 'signed')
    .where('id', '<>', signed.id)
    .execute()
  for (const { id } of former) {
    await moveThrough(context, adhesionLifecycle, id, 'replace', { facts: { newerIsSigned: true } })
    await withdrawPapers(context, id, `Remplacée par l’adhésion ${signed.reference}`)
  }
}

function withdrawPapers(context: Context, adhesionId: string, reason: string): Promise<void> {
  return asSystem(context, (db) => revokeDocuments({ ...context, db }, adhesionId, reason))
}

export async function withdrawAdhesion(
  context: Context,
  adhesion: Adhesion,
  reason: string,
): Promise<void> {
  await moveThrough(context, adhesionLifecycle, adhesion.id, 'withdraw', {
    reason,
    facts: { reasonIsGiven: reason !== '' },
    set: { withdrawnAt: context.now },
  })
  await withdrawPapers(context, adhesion.id, reason)
}
