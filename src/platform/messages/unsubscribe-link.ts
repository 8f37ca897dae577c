/** The address by which whoever holds a message refuses the next ones of its kind, without signing in: signed, tied to one person and one kind. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../id.ts'
import { deriveKey } from '../secret.ts'

export interface Refused {
  readonly personId: string
  readonly topic: string
}

export function writeUnsubscribePath(secret: Buffer, refused: Refused): string {
  return `/desabonnement/${refused.topic}.${refused.personId}.${sign(secret, refused)}`
}

/** Undefined when the token was not signed by this server, or was changed. */
export function readUnsubscribeToken(secret: Buffer, token: string): Refused | undefined {
  const [topic = '', personId = '', proof = ''] = token.split('.')
  if (!isId(personId)) return undefined
  const expected = Buffer.from(sign(secret, { topic, personId }))
  const given = Buffer.from(proof)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs ? { topic, personId } : undefined
}

function sign(secret: Buffer, { topic, personId }: Refused): string {
  return createHmac('sha256', deriveKey(secret, 'unsubscribe'))
    .update(`${topic} ${personId}`)
    .digest('base64url')
    .slice(0, 22)
}
