/** The secrets of receivers: made here, kept encrypted, read to sign. */
import { randomBytes } from 'node:crypto'
import { decryptText, deriveKey, encryptText } from '#platform/secret.ts'
import { writeSecret } from './signature.rules.ts'
import type { Receiver } from './webhook.lifecycle.ts'

interface MadeSecret {
  /** Known here and to whoever asked for it. */
  readonly text: string
  readonly sealed: string
}

export function makeSecret(serverSecret: Buffer): MadeSecret {
  const text = writeSecret(randomBytes(32))
  return { text, sealed: encryptText(text, keyOf(serverSecret)) }
}

/** The current one, and the one it replaces while that is still good. */
export function readSecrets(
  {
    sealedSecret,
    sealedOldSecret,
    oldSecretUntil,
  }: Pick<Receiver, 'sealedSecret' | 'sealedOldSecret' | 'oldSecretUntil'>,
  serverSecret: Buffer,
  now: Date,
): string[] {
  const isOldGood = oldSecretUntil !== null && oldSecretUntil > now
  return [sealedSecret, isOldGood ? sealedOldSecret : null]
    .filter((sealed) => sealed !== null)
    .map((sealed) => decryptText(sealed, keyOf(serverSecret)))
}

const keyOf = (serverSecret: Buffer) => deriveKey(serverSecret, 'webhook-secret')
