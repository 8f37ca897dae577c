/** The key that signs the squares of papers: made from the server's secret, so that a restored server signs as before. */
import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type JsonWebKey,
  type KeyObject,
  sign,
} from 'node:crypto'
import { addSignature, type SealedFacts, writeFacts } from './sealed-facts.rules.ts'

const curve = 'prime256v1'
const keys = new WeakMap<Buffer, KeyObject>()

export function sealFacts(secret: Buffer, facts: SealedFacts): string {
  const signed = writeFacts(facts)
  const signature = sign('sha256', Buffer.from(signed), {
    key: openKey(secret),
    dsaEncoding: 'ieee-p1363',
  })
  return addSignature(signed, signature)
}

/** Published: whoever has it checks a paper without asking anybody. */
export function publishSealKey(secret: Buffer): JsonWebKey {
  return createPublicKey(openKey(secret)).export({ format: 'jwk' })
}

function openKey(secret: Buffer): KeyObject {
  const known = keys.get(secret)
  if (known) return known
  const key = deriveKey(secret)
  keys.set(secret, key)
  return key
}

/** Nearly every 32 bytes are a key of this curve; where they are not, the next ones are. */
function deriveKey(secret: Buffer): KeyObject {
  for (let turn = 0; ; turn += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, '', `paper-seal:${turn}`, 32))
    const pair = createECDH(curve)
    try {
      pair.setPrivateKey(scalar)
    } catch {
      continue
    }
    const point = pair.getPublicKey()
    return createPrivateKey({
      format: 'jwk',
      key: {
        ...{ kty: 'EC', crv: 'P-256', d: scalar.toString('base64url') },
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33, 65).toString('base64url'),
      },
    })
  }
}
