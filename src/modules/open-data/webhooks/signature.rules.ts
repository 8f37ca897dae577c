/** Signatures as the specification Standard Webhooks 1.0 says: HMAC-SHA256 over « id.timestamp.body », so that a receiver knows us. */
import { createHmac } from 'node:crypto'

const prefix = 'whsec_'

/** 32 random bytes, as they are given to whoever receives. */
export function writeSecret(bytes: Uint8Array): string {
  return prefix + Buffer.from(bytes).toString('base64')
}

export interface Signed {
  readonly id: string
  /** In seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

export function sign({ id, timestamp, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/** By each secret that is good now: while one replaces another, whoever knows either is served. */
export function writeSignatureHeaders(message: Signed, secrets: readonly string[]) {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': secrets.map((secret) => sign(message, secret)).join(' '),
  }
}
