/**
 * What proves that somebody signed a document: a code sent to an address of theirs, right for this document only, or the
 * answer of a passkey to a challenge that carries its fingerprint.
 */
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { sendCode, takeCode } from '../codes/one-time-code.ts'
import { listPasskeys } from '../passkeys/passkey.queries.ts'
import { type Assertion, startSigning, verifySigning } from '../passkeys/webauthn.ts'
import { parseIdentifier, showAddress } from '../people/identifier.rules.ts'
import { findPerson } from '../people/person.queries.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'

interface SentCode {
  readonly codeId: string
  readonly documentSha256: string
}

const cookie = createSealedCookie<SentCode>('cauri-signature', 1200)
const codesAnHour = 6

/** Where the code went, as shown; null when too many were asked for, or there is nowhere to send one. */
export async function sendSigningCode(
  context: Context,
  documentSha256: string,
): Promise<string | null> {
  const personId = getPersonId(context.actor)
  if (!(await context.platform.rateLimiter.tryPoint(`sign:${personId}`, codesAnHour, 3600)))
    return null
  const person = orNotFound(await findPerson(context.db, personId))
  const identifier = parseIdentifier(person.phone ?? person.email ?? '')
  if (!identifier) return null
  const codeId = await sendCode(context, {
    purpose: 'sign',
    identifier,
    personId,
    boundTo: documentSha256,
  })
  cookie.keep(context, { codeId, documentSha256 })
  return maskAddress(identifier.address)
}

/** Whether a code for this document was sent to this browser. */
export function hasSigningCode(context: Context, documentSha256: string): boolean {
  return cookie.read(context)?.documentSha256 === documentSha256
}

export interface CodeProof {
  readonly means: 'code'
  readonly destination: string
  readonly codeId: string
}

export interface PasskeyProof extends Assertion {
  readonly means: 'passkey'
}

/** Null when the code is wrong, too old, or was sent for another document or to somebody else. */
export async function takeSigningCode(
  context: Context,
  documentSha256: string,
  typed: string,
): Promise<CodeProof | null> {
  const sent = cookie.read(context)
  if (sent?.documentSha256 !== documentSha256) return null
  const taken = await takeCode(context, sent.codeId, typed)
  if (taken?.personId !== context.actor.id || taken?.boundTo !== documentSha256) return null
  return { means: 'code', destination: maskAddress(taken.address), codeId: sent.codeId }
}

export function startPasskeySigning(context: Context, documentSha256: string) {
  return startSigning(context, getPersonId(context.actor), documentSha256)
}

export async function takePasskeySigning(
  context: Context,
  documentSha256: string,
  answer: string,
): Promise<PasskeyProof | null> {
  const personId = getPersonId(context.actor)
  const assertion = await verifySigning(context, personId, documentSha256, answer)
  return assertion && { means: 'passkey', ...assertion }
}

export async function hasPasskey({ db, actor }: Context): Promise<boolean> {
  return (await listPasskeys(db, getPersonId(actor))).length > 0
}

/** Enough to recognise one's own address, too little to learn somebody else's. */
function maskAddress(address: string): string {
  if (!address.includes('@')) return showAddress(address).replace(/\d(?=(?:\D*\d){4})/g, '•')
  const [name = '', domain = ''] = address.split('@')
  return `${name.slice(0, 2)}•••@${domain}`
}
