/**
 * The WebAuthn ceremonies. A passkey asks for the finger, the face or the code of the device each time, so it stands
 * for both factors. Each challenge is sealed in the browser that asked for it, and works once.
 */
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
  /** Whose new passkey it is; null when somebody signs in. */
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
  const response = parseAnswer<AuthenticationResponseJSON>(answer)
  const expectedChallenge = await takeChallenge(context, null)
  const passkey = response && expectedChallenge && (await lockPasskey(context.db, response.id))
  if (!passkey || passkey.disabledAt !== null || !isOwner(response, passkey.personId)) return null
  const credential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: passkey.counter,
  }
  const given = { response, expectedChallenge, credential, ...toSite(context) }
  const outcome = await verifyAuthenticationResponse({
    ...given,
    requireUserVerification: true,
  }).catch(() => null)
  if (!outcome?.verified) return null
  await recordUse(context, passkey.id, outcome.authenticationInfo.newCounter)
  return passkey.personId
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
