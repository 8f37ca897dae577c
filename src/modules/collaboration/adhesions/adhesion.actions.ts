/** Preparing an adhesion, signing it, withdrawing. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getFramework, getFrameworkInForce } from '../framework/framework.queries.ts'
import { hashFramework } from '../framework/framework-text.rules.ts'
import { type Proof, recordSignature } from '../signatures/record-signature.ts'
import { adhesionLifecycle } from './adhesion.lifecycle.ts'
import { findCurrentAdhesion } from './adhesion.queries.ts'
import type { Adhesion } from './adhesion.schema.ts'
import { issueAdhesion } from './issue-adhesion.ts'

/** To the version in force. The one already prepared or signed for it is returned as it is. */
export async function prepareAdhesion(context: Context): Promise<Adhesion> {
  const { db, actor, now } = context
  const organisationId = getOrganisationId(actor)
  const { version } = await getFrameworkInForce(db)
  const current = await findCurrentAdhesion(db, organisationId)
  if (current?.frameworkVersionId === version.id) return current
  const adhesion = (await db
    .insertInto('collaboration.adhesion')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'ADH', Number(toDay(now).slice(0, 4))),
      frameworkVersionId: version.id,
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
  await issueAdhesion(context, signed)
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
  await asSystem(context, (db) => revokeDocuments({ ...context, db }, adhesion.id, reason))
}
