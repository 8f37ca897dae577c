/** The server's own secret: signs what leaves and comes back, encrypts what must be read again. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
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

/** AES-256-GCM, with a fresh nonce before the text and the tag after it. */
export function encryptText(text: string, secret: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
}

/** Throws when the text was not encrypted with this secret, or was changed. */
export function decryptText(sealed: string, secret: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString(
    'utf8',
  )
}
