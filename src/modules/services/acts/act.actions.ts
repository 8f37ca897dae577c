/** Signing an act, withdrawing it, signing another in its place. The paper is issued in the same transaction. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { tellOfTopic } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { issueDocument, revokeDocuments } from '#platform/documents.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import { requestPolicy } from '../requests/request.policy.ts'
import { writeAct } from './act.paper.ts'
import type { Act } from './act.queries.ts'

type Signing = Pick<Context, 'db' | 'actor' | 'now' | 'platform'>

export interface ActText {
  readonly title: string
  readonly body: string
  readonly holder: string
  readonly capacity: string
}

/** One act holds at a time: another is signed only in the place of the one before it. */
export async function signAct(
  context: Signing,
  request: Request,
  text: ActText,
  replaces: Act | null,
): Promise<Act> {
  const { db, actor, now } = context
  if (!requestPolicy.signAct(actor, request)) throw new Forbidden()
  await lockRequest(context, request.id)
  if (replaces) await revokeAct(context, request, replaces, 'Remplacé par un nouvel acte.')
  else if (await findHolding(context, request.id))
    throw new Conflict('Un acte est déjà délivré pour cette demande : remplacez-le ou retirez-le.')
  const act = await db
    .insertInto('services.act')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ requesterId: request.requesterId, ...text, replacesId: replaces?.id ?? null },
      ...{ signedBy: getPersonId(actor), signedAt: now },
      reference: await createReference(db, 'ACT', now.getFullYear()),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const issuer = await getCommuneIssuer(db, request.communeId)
  await issueDocument(context, writeAct({ act, issuer, signatory: actor.name }))
  await record(context, act, 'act.sign')
  await tellHolder(context, request, act)
  return act
}

/** Two people who sign at once take turns: the second finds the act of the first. */
async function lockRequest({ db }: Signing, requestId: string): Promise<void> {
  await db
    .selectFrom('services.request')
    .select('id')
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
}

function findHolding({ db }: Signing, requestId: string) {
  return db
    .selectFrom('services.act')
    .select('id')
    .where('requestId', '=', requestId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** It stays in the register, and whoever checks the paper learns that it no longer holds. */
export async function revokeAct(
  context: Signing,
  request: Request,
  act: Act,
  reason: string,
): Promise<void> {
  const { db, actor, now } = context
  if (!requestPolicy.signAct(actor, request)) throw new Forbidden()
  const revoked = await db
    .updateTable('services.act')
    .set({ revokedAt: now, revokedBy: getPersonId(actor), revocationReason: reason })
    .where('id', '=', act.id)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw new Conflict('Cet acte est déjà retiré.')
  await revokeDocuments(context, act.id, reason)
  await record(context, act, 'act.revoke')
}

function record({ db, actor, now }: Signing, act: Act, action: string): Promise<void> {
  const subject = { subjectKind: 'act', subjectId: act.id, details: { requestId: act.requestId } }
  return recordAudit(db, { actor, organisationId: act.communeId, action, ...subject }, now)
}

async function tellHolder({ db, now }: Signing, request: Request, act: Act): Promise<void> {
  const { id, requesterId } = request
  if (requesterId === null) return
  const subject = () => t('Acte délivré : {reference}', { reference: act.reference })
  const text = () => t('Votre document est prêt : téléchargez-le dans votre demande.')
  const about = { subject, text, link: `/demandes/${id}`, key: `act:${act.id}` }
  await tellOfTopic(db, { personId: requesterId, topic: 'requests', ...about }, now)
}
