/** Identifiers: UUIDv7 (RFC 9562), which sort by the time they were made. */
import { createHash, randomBytes, randomFillSync } from 'node:crypto'

export function createId(now: number = Date.now()): string {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes, 6)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The same identifier for the same text, in the form of UUIDv8: for what may be brought twice from outside. */
export function deriveId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(value: string): boolean {
  return uuidPattern.test(value)
}

/** A secret for a link or a cookie: 256 bits, safe in a URL. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}
