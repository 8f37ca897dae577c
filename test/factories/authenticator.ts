/** A phone that holds passkeys, in software: ES256, with the finger already on the sensor. */
import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Held {
  readonly id: string
  readonly userHandle: string
  readonly privateKey: KeyObject
}

interface Lies {
  readonly origin?: string
  readonly isVerified?: boolean
  readonly userHandle?: string
}

const flags = { present: 0x01, verified: 0x04, hasCredential: 0x40 }

export class Authenticator {
  readonly #origin: string
  #held: Held | null = null
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
  }

  create(options: { challenge: string; user: { id: string } }, lies: Lies = {}): string {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = randomBytes(16)
    const text = id.toString('base64url')
    this.#held = { id: text, privateKey, userHandle: options.user.id }
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, id, toCose(publicKey)])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(this.#createData(lies, credential))],
    ])
    return answer(text, {
      clientDataJSON: this.#createClientData('webauthn.create', options.challenge, lies),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
    })
  }

  get(options: { challenge: string }, lies: Lies = {}): string {
    if (!this.#held) throw new Error('no passkey here')
    const { id, privateKey, userHandle } = this.#held
    const data = this.#createData(lies)
    const clientDataJSON = this.#createClientData('webauthn.get', options.challenge, lies)
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = createSign('sha256').update(data).update(hash).sign(privateKey)
    return answer(id, {
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: lies.userHandle ?? userHandle,
    })
  }

  /** As a copied device would: it counts from where it was copied. */
  rewind(): void {
    this.#counter = 0
  }

  #createData({ isVerified = true }: Lies, credential?: Buffer): Buffer {
    const site = createHash('sha256').update(new URL(this.#origin).hostname).digest()
    const head = Buffer.alloc(5)
    const flag = credential ? flags.hasCredential : 0
    head.writeUInt8(flags.present | (isVerified ? flags.verified : 0) | flag)
    head.writeUInt32BE(++this.#counter, 1)
    return Buffer.concat([site, head, credential ?? Buffer.alloc(0)])
  }

  #createClientData(type: string, challenge: string, { origin = this.#origin }: Lies): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin })).toString('base64url')
  }
}

function toCose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const fields = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  return Buffer.from(isoCBOR.encode(fields as never))
}

function answer(id: string, response: object): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
}
