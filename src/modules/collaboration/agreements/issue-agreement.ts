/** The papers of an agreement and of its amendments: issued when the text is settled, again with both signatures. */

import { getCommuneIssuer } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { issueDocument, type NewDocument, nameCommune } from '#platform/documents.ts'
import { listHistory } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { getFramework } from '../framework/framework.queries.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { writeAgreementPaper } from './agreement.paper.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import { writeAmendmentPaper } from './amendment.paper.ts'
import { getAmendment, listAmendments } from './amendment.queries.ts'
import { undoAmendments } from './amendment-text.rules.ts'

export async function issueAgreement(context: Context, id: string): Promise<void> {
  await issueDocument(context, await loadAgreementPaper(context.db, id))
}

export async function issueAmendment(
  context: Context,
  agreementId: string,
  id: string,
): Promise<void> {
  await issueDocument(context, await loadAmendmentPaper(context.db, agreementId, id))
}

export async function loadAgreementPaper(db: Db, agreementId: string): Promise<NewDocument> {
  const full = undoAmendments(
    await getFullAgreement(db, agreementId),
    await listAmendments(db, agreementId),
  )
  const { agreement } = full
  const isSigned = agreement.signedAt !== null
  const model = writeAgreementPaper({
    full,
    names: await getPartyNames(db, agreement),
    issuer: await getCommuneIssuer(db, agreement.communeId),
    framework: (await getFramework(db, agreement.frameworkVersionId)).version,
    signatures: isSigned ? await listSignatures(db, 'agreement', agreementId) : [],
    day: agreement.signedAt ?? (await findAgreedAt(db, agreement)),
  })
  return toDocument('agreement', agreementId, agreement, model)
}

/** When the text was settled for the last time; before that, when it was last changed. */
async function findAgreedAt(db: Db, { id, updatedAt }: Agreement): Promise<Date> {
  const events = await listHistory(db, 'collaboration.agreementEvent', { agreementId: id })
  return events.findLast(({ step }) => step === 'agree')?.occurredAt ?? updatedAt
}

export async function loadAmendmentPaper(
  db: Db,
  agreementId: string,
  amendmentId: string,
): Promise<NewDocument> {
  const { agreement } = await getFullAgreement(db, agreementId)
  const amendment = await getAmendment(db, agreementId, amendmentId)
  const model = writeAmendmentPaper({
    agreement,
    amendment,
    names: await getPartyNames(db, agreement),
    issuer: await getCommuneIssuer(db, agreement.communeId),
    signatures:
      amendment.status === 'signed' ? await listSignatures(db, 'amendment', amendmentId) : [],
  })
  return toDocument('amendment', amendmentId, agreement, model)
}

function toDocument(
  kind: 'agreement' | 'amendment',
  id: string,
  { communeId, startupId }: Agreement,
  model: NewDocument['model'],
): NewDocument {
  return {
    kind,
    subject: { kind, id },
    issuer: { id: communeId, name: nameCommune(model.issuer.name) },
    readerIds: [startupId],
    model,
  }
}
