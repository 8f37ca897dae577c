/**
 * The WebAuthn ceremonies. A passkey asks for the finger, the face or the code of the device each time, so it stands
 * for both factors. Each challenge is sealed in the browser that asked for it, and works once.
 */
import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { isoUint8Array } from '@simplewebauthn/server/helpers'
import type { Context } from '#platform/web.ts'
import type { Person } from '../people/person.queries.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import { listPasskeys, lockPasskey } from './passkey.queries.ts'

const lastsSeconds = 600

interface Ceremony {
  readonly challenge: string
  /** Whose new passkey or signature it is; null when somebody signs in. */
  readonly personId: string | null
}

const ceremony = createSealedCookie<Ceremony>('cauri-cle', lastsSeconds)

function toSite({ platform }: Context) {
  const { origin } = new URL(platform.config.origin)
  return { expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
}

/** Names no account: the browser shows the passkeys it has for this site. */
export async function startSignIn(context: Context) {
  const { expectedRPID: rpID } = toSite(context)
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  ceremony.keep(context, { challenge: options.challenge, personId: null })
  return options
}

export async function startRegistration(context: Context, person: Person) {
  const known = await listPasskeys(context.db, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Cauri',
    rpID: toSite(context).expectedRPID,
    userID: isoUint8Array.fromUTF8String(person.id),
    userName: person.email ?? person.phone ?? person.fullName,
    userDisplayName: person.fullName,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  ceremony.keep(context, { challenge: options.challenge, personId: person.id })
  return options
}

/** The challenge this browser was given, if nobody has answered it yet. */
async function takeChallenge(context: Context, personId: string | null): Promise<string | null> {
  const asked = ceremony.read(context)
  if (!asked || asked.personId !== personId) return null
  const key = `passkey:${asked.challenge}`
  const isFirst = await context.platform.rateLimiter.tryPoint(key, 1, lastsSeconds)
  return isFirst ? asked.challenge : null
}

/** The credential to keep; null when the answer does not prove anything. */
export async function verifyRegistration(context: Context, personId: string, answer: string) {
  const response = parseAnswer<RegistrationResponseJSON>(answer)
  const expectedChallenge = await takeChallenge(context, personId)
  if (!response || !expectedChallenge) return null
  const given = { response, expectedChallenge, ...toSite(context), requireUserVerification: true }
  const outcome = await verifyRegistrationResponse(given).catch(() => null)
  return outcome?.verified ? outcome.registrationInfo.credential : null
}

/** Whose passkey answered; null when none of ours did. */
export async function verifySignIn(context: Context, answer: string): Promise<string | null> {
  const proven = await verifyAnswer(context, answer, null)
  return proven?.personId ?? null
}

export interface Assertion {
  readonly credentialId: string
  readonly challenge: string
  readonly clientDataJson: string
  readonly authenticatorData: string
  readonly signature: string
}

/** The challenge carries the fingerprint of the document: the answer is a signature of it. */
export async function startSigning(context: Context, personId: string, documentSha256: string) {
  const { expectedRPID: rpID } = toSite(context)
  const nonce = randomBytes(16)
  const options = await generateAuthenticationOptions({
    rpID,
    userVerification: 'required',
    challenge: new Uint8Array(Buffer.concat([Buffer.from(documentSha256, 'hex'), nonce])),
  })
  ceremony.keep(context, { challenge: options.challenge, personId })
  return options
}

/** What proves that this person signed this very document; null when the answer does not. */
export async function verifySigning(
  context: Context,
  personId: string,
  documentSha256: string,
  answer: string,
): Promise<Assertion | null> {
  const proven = await verifyAnswer(context, answer, personId)
  if (proven?.personId !== personId) return null
  const { challenge, response } = proven
  const signed = Buffer.from(challenge, 'base64url').subarray(0, 32).toString('hex')
  if (signed !== documentSha256) return null
  return {
    credentialId: response.id,
    challenge,
    clientDataJson: response.response.clientDataJSON,
    authenticatorData: response.response.authenticatorData,
    signature: response.response.signature,
  }
}

interface Proven {
  readonly personId: string
  readonly challenge: string
  readonly response: AuthenticationResponseJSON
}

async function verifyAnswer(
  context: Context,
  answer: string,
  askedOf: string | null,
): Promise<Proven | null> {
  const response = parseAnswer<AuthenticationResponseJSON>(answer)
  const challenge = await takeChallenge(context, askedOf)
  const passkey = response && challenge && (await lockPasskey(context.db, response.id))
  if (!passkey || passkey.disabledAt !== null || !isOwner(response, passkey.personId)) return null
  const credential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: passkey.counter,
  }
  const given = { response, expectedChallenge: challenge, credential, ...toSite(context) }
  const outcome = await verifyAuthenticationResponse({
    ...given,
    requireUserVerification: true,
  }).catch(() => null)
  if (!outcome?.verified) return null
  await recordUse(context, passkey.id, outcome.authenticationInfo.newCounter)
  return { personId: passkey.personId, challenge, response }
}

function isOwner(response: AuthenticationResponseJSON, personId: string): boolean {
  const { userHandle } = response.response
  return userHandle === Buffer.from(personId).toString('base64url')
}

async function recordUse({ db, now }: Context, passkeyId: string, counter: number): Promise<void> {
  await db
    .updateTable('identity.passkey')
    .set({ counter, lastUsedAt: now })
    .where('id', '=', passkeyId)
    .execute()
}

function parseAnswer<Answer extends { id: string; response: object }>(text: string): Answer | null {
  try {
    const answer = JSON.parse(text)
    return typeof answer?.id === 'string' && typeof answer.response === 'object' ? answer : null
  } catch {
    return null
  }
}
