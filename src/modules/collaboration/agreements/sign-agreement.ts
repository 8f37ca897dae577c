/** Signing an agreement: the first signature fixes the text, the second makes it binding. One transaction, wholly or not at all. */

import type { Proof } from '#modules/identity/index.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { recordSignature } from '../signatures/record-signature.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { agreementLifecycle } from './agreement.lifecycle.ts'
import { tellParties } from './agreement.messages.ts'
import { getFullAgreement, getPartyNames, lockAgreement } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import { hashAgreement } from './agreement-text.rules.ts'
import { issueAgreement } from './issue-agreement.ts'

/** The proof was given for `documentSha256`: the text must still be that very one. */
export async function signAgreement(
  context: Context,
  { id }: Agreement,
  documentSha256: string,
  proof: Proof,
): Promise<Agreement> {
  const { db, now } = context
  await lockAgreement(db, id)
  const full = await getFullAgreement(db, id)
  const { agreement } = full
  if (hashAgreement(full, await getPartyNames(db, agreement)) !== documentSha256)
    throw new Conflict('Le texte a changé depuis que vous l’avez lu : relisez-le avant de signer.')
  await recordSignature(context, {
    subjectKind: 'agreement',
    subjectId: id,
    partyIds: [agreement.communeId, agreement.startupId],
    documentSha256,
    proof,
  })
  const signatures = await listSignatures(db, 'agreement', id)
  if (signatures.some((one) => one.documentSha256 !== documentSha256))
    throw new Conflict('L’autre partie a signé un autre texte : abandonnez et recommencez.')
  const isLast = signatures.length === 2
  const moved = await moveThrough(context, agreementLifecycle, id, isLast ? 'complete' : 'sign', {
    facts: { signatureIsKept: true, bothHaveSigned: isLast },
    set: { documentSha256, ...(isLast && { signedAt: now }) },
  })
  if (isLast) await issueAgreement(context, id)
  await tellOther(context, moved, isLast)
  return moved
}

function tellOther({ db, now, actor }: Context, agreement: Agreement, isLast: boolean) {
  const news = isLast
    ? {
        subject: () =>
          t('Convention signée par les deux parties : {reference}', {
            reference: agreement.reference,
          }),
        text: () => t('Elle prend effet à la date convenue. Le projet peut être ouvert.'),
        key: 'signed',
      }
    : {
        subject: () => t('Convention à signer : {reference}', { reference: agreement.reference }),
        text: () =>
          t('{organisation} a signé. Il reste votre signature.', {
            organisation: actor.organisation?.name ?? '',
          }),
        key: 'halfSigned',
      }
  return tellParties(db, agreement, news, now, actor.id)
}
