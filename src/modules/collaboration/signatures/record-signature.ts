/** Keeping a signature: who, for whom, in what role, when, by what means, and over which exact document. Never changed. */
import { nameSignatoryRole, type Proof } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { listSignatures, type SubjectKind } from './signature.queries.ts'

interface Signing {
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly partyIds: readonly string[]
  readonly documentSha256: string
  readonly proof: Proof
}

export async function recordSignature(context: Context, signing: Signing): Promise<void> {
  const { db, actor, now } = context
  const { proof, partyIds, ...subject } = signing
  const organisationId = getOrganisationId(actor)
  const given = await listSignatures(db, subject.subjectKind, subject.subjectId)
  if (given.some((one) => one.organisationId === organisationId))
    throw new Conflict('Votre organisation a déjà signé.')
  const { means, ...evidence } = proof
  await db
    .insertInto('collaboration.signature')
    .values({
      ...subject,
      id: createId(now.getTime()),
      partyIds: [...partyIds],
      organisationId,
      personId: getPersonId(actor),
      personName: proof.means === 'paper' ? proof.signatory : actor.name,
      personRole: nameSignatoryRole(actor.role),
      means,
      evidence: JSON.stringify(evidence),
      signedAt: now,
    })
    .execute()
}
