/** Signing a letter: over the text as stored, by who may, once a year; a corrective one takes the place of what it corrects. */
import { getCommune } from '#modules/directory/index.ts'
import { nameSignatoryRole, type Proof } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { moveLetter } from './letter.actions.ts'
import { findDelegation, findLetterInForce, getFullLetter, getLetter } from './letter.queries.ts'
import type { FullLetter, Letter } from './letter.schema.ts'
import { hashText, toSignedText } from './letter-text.rules.ts'

export async function writeSignedText(db: Db, full: FullLetter): Promise<string> {
  return toSignedText(full, (await getCommune(db, full.letter.communeId)).name)
}

export async function signLetter(
  context: Context,
  letter: Letter,
  documentSha256: string,
  proof: Proof,
): Promise<Letter> {
  const { db, now } = context
  const full = await getFullLetter(db, letter.id)
  const signedText = await writeSignedText(db, full)
  if (hashText(signedText) !== documentSha256) throw new Conflict(outdated)
  const inForce = await findLetterInForce(db, letter.communeId, letter.year)
  const isCorrection = inForce !== undefined && inForce.id === full.letter.correctsId
  const facts = {
    signatoryIsEntitled: await isEntitled(context, letter, proof),
    noOtherIsSigned: inForce === undefined || isCorrection,
  }
  if (isCorrection && facts.signatoryIsEntitled) await replace(context, inForce, letter)
  const signed = await moveLetter(context, letter, 'sign', { facts, set: { signedAt: now } })
  await recordSignature(context, letter, { documentSha256, signedText }, proof)
  await recordUptake(context, full)
  return signed
}

/** By hand, the scan shows who signed; else the mayor, or the secretary by delegation. */
async function isEntitled({ db, actor }: Context, { communeId }: Letter, { means }: Proof) {
  if (means === 'paper' || actor.role === 'mayor') return true
  return (await findDelegation(db, communeId))?.isActive === true
}

async function replace(context: Context, former: Letter, letter: Letter): Promise<void> {
  const reason = t('Remplacée par la lettre rectificative {reference}.', {
    reference: letter.reference,
  })
  await moveLetter(context, await getLetter(context.db, former.id), 'supersede', { reason })
}

async function recordSignature(
  { db, actor, now }: Context,
  { id, communeId }: Letter,
  signed: { documentSha256: string; signedText: string },
  { means, ...evidence }: Proof,
): Promise<void> {
  const byHand = means === 'paper' && 'signatory' in evidence ? evidence.signatory : null
  await db
    .insertInto('planning.letterSignature')
    .values({
      ...signed,
      ...{ letterId: id, communeId, means, signedAt: now },
      personId: getPersonId(actor),
      personName: byHand ?? actor.name,
      personRole: byHand === null ? nameSignatoryRole(actor.role) : '',
      evidence: JSON.stringify(evidence),
    })
    .execute()
}

async function recordUptake({ db, now }: Context, { letter, lines }: FullLetter): Promise<void> {
  const uptake = { letterId: letter.id, lineCount: lines.length, signedAt: now }
  await db
    .insertInto('planning.letterUptake')
    .values({ communeId: letter.communeId, year: letter.year, ...uptake })
    .onConflict((conflict) => conflict.columns(['communeId', 'year']).doUpdateSet(uptake))
    .execute()
}
