/** The server's own secret: signs what leaves and comes back, encrypts what must be read again. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'

/** From CAURI_SECRET, which several processes share, or from a file made at the first start. */
export function loadSecret({
  secret,
  dataDirectory,
}: Pick<Config, 'secret' | 'dataDirectory'>): Buffer {
  if (secret !== null) return createHash('sha256').update(secret).digest()
  const file = path.join(dataDirectory, 'secret')
  if (!existsSync(file)) createSecret(dataDirectory, file)
  return readFileSync(file)
}

/** Written whole, then named: a cut leaves no half secret, and of two first starts both keep the same one. */
function createSecret(directory: string, file: string): void {
  const draft = writeDraft(directory, randomBytes(32))
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

/** The secret that a backup brings along; the next start reads it. */
export function replaceSecret(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  secret: Buffer,
): void {
  renameSync(writeDraft(dataDirectory, secret), path.join(dataDirectory, 'secret'))
}

function writeDraft(directory: string, secret: Buffer): string {
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  const draft = path.join(directory, `secret.${process.pid}.draft`)
  writeFileSync(draft, secret, { mode: 0o600 })
  return draft
}

/** A key for one purpose: what it encrypts is read by no other. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'cauri', purpose, 32))
}

/** AES-256-GCM, with a fresh nonce before the bytes and the tag after them. */
export function encryptBytes(bytes: Uint8Array, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the bytes were not encrypted with this secret, or were changed. */
export function decryptBytes(sealed: Buffer, secret: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}

export function encryptText(text: string, secret: Buffer): string {
  return encryptBytes(Buffer.from(text, 'utf8'), secret).toString('base64url')
}

/** Throws when the text was not encrypted with this secret, or was changed. */
export function decryptText(sealed: string, secret: Buffer): string {
  return decryptBytes(Buffer.from(sealed, 'base64url'), secret).toString('utf8')
}
