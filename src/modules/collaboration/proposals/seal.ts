/**
 * The seal of proposals (decision record « Le secret des propositions »). Each is encrypted with a key of its own, and
 * that key is wrapped twice: for the call, whose private key the server gives out only after the deadline, and for its
 * startup, under a reading code that nobody else has. JWE (RFC 7516) by `jose`; X25519, HKDF and AES-256-GCM by Node.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import {
  CompactEncrypt,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'
import {
  decryptBytes,
  decryptText,
  deriveKey,
  encryptBytes,
  encryptText,
} from '#platform/secret.ts'

const algorithm = 'ECDH-ES+A256KW'

export interface CallKeys {
  readonly publicJwk: JWK
  /** The private key, under the server's secret and for this call only. */
  readonly sealedPrivateKey: string
}

export async function createCallKeys(callId: string, secret: Buffer): Promise<CallKeys> {
  const pair = await generateKeyPair(algorithm, { crv: 'X25519', extractable: true })
  const privateJwk = JSON.stringify(await exportJWK(pair.privateKey))
  return {
    publicJwk: await exportJWK(pair.publicKey),
    sealedPrivateKey: encryptText(privateJwk, deriveKey(secret, `call:${callId}`)),
  }
}

/** The private key of a call. Whoever calls this has checked the deadline on the database's clock. */
export function readPrivateKey(callId: string, sealedPrivateKey: string, secret: Buffer): JWK {
  return JSON.parse(decryptText(sealedPrivateKey, deriveKey(secret, `call:${callId}`))) as JWK
}

export interface Envelope {
  readonly ciphertext: Buffer
  readonly keyForCall: string
  readonly keyForStartup: string
  /** Of the clear bytes: what the receipt shows, and what the opening compares. */
  readonly sha256: string
}

/** A fresh key for a proposal and its attachments. */
export function createContentKey(): Buffer {
  return randomBytes(32)
}

export async function sealContent(
  clear: Buffer,
  contentKey: Buffer,
  publicJwk: JWK,
  readingCode: string,
): Promise<Envelope> {
  const keyForCall = await new CompactEncrypt(contentKey)
    .setProtectedHeader({ alg: algorithm, enc: 'A256GCM' })
    .encrypt(await importJWK(publicJwk, algorithm))
  return {
    ciphertext: encryptBytes(clear, contentKey),
    keyForCall,
    keyForStartup: encryptText(contentKey.toString('base64url'), keyOfCode(readingCode)),
    sha256: hashOf(clear),
  }
}

export interface Opened {
  readonly clear: Buffer
  readonly contentKey: Buffer
}

/** Opens with the call's private key. Throws when the envelope was changed or its content is not what was sealed. */
export async function openForCall(envelope: Envelope, privateJwk: JWK): Promise<Opened> {
  const key = await importJWK(privateJwk, algorithm)
  const { plaintext } = await compactDecrypt(envelope.keyForCall, key)
  return open(envelope, Buffer.from(plaintext))
}

/** Opens with the startup's reading code; undefined when the code is not the right one. */
export function openForStartup(envelope: Envelope, readingCode: string): Opened | undefined {
  const contentKey = findContentKey(envelope.keyForStartup, readingCode)
  return contentKey && open(envelope, contentKey)
}

function findContentKey(keyForStartup: string, readingCode: string): Buffer | undefined {
  try {
    return Buffer.from(decryptText(keyForStartup, keyOfCode(readingCode)), 'base64url')
  } catch {
    return undefined
  }
}

function open({ ciphertext, sha256 }: Envelope, contentKey: Buffer): Opened {
  const clear = decryptBytes(ciphertext, contentKey)
  if (hashOf(clear) !== sha256) throw new Error('Le contenu ne correspond pas à son empreinte')
  return { clear, contentKey }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twenty characters that are not taken for one another (100 bits), in groups of four. */
export function createReadingCode(): string {
  const letters = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

export function isReadingCode(typed: string): boolean {
  const letters = readLetters(typed)
  return letters.length === 20 && [...letters].every((letter) => alphabet.includes(letter))
}

function keyOfCode(readingCode: string): Buffer {
  return deriveKey(Buffer.from(readLetters(readingCode)), 'reading-code')
}

/** As people type it: small letters, spaces, the letter O for a zero. */
function readLetters(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return letters.replaceAll('O', '0').replace(/[IL]/g, '1')
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
