import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  createCallKeys,
  createContentKey,
  createReadingCode,
  openForCall,
  openForStartup,
  readPrivateKey,
  sealContent,
} from './seal.ts'

const secret = randomBytes(32)
const callId = '018f0000-0000-7000-8000-000000000001'
const clear = Buffer.from('{"price":3500000,"method":"Un carnet et un téléphone"}')

async function seal() {
  const keys = await createCallKeys(callId, secret)
  const code = createReadingCode()
  return {
    keys,
    code,
    envelope: await sealContent(clear, createContentKey(), keys.publicJwk, code),
  }
}

test('après la date limite, la clé de l’appel ouvre l’enveloppe', async () => {
  const { keys, envelope } = await seal()
  const opened = await openForCall(envelope, readPrivateKey(callId, keys.sealedPrivateKey, secret))
  assert.deepEqual(opened.clear, clear)
})

test('la startup relit sa proposition avec son code, même mal tapé', async () => {
  const { code, envelope } = await seal()
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  assert.deepEqual(openForStartup(envelope, typed)?.clear, clear)
  assert.equal(openForStartup(envelope, createReadingCode()), undefined)
})

test('la base seule ne suffit pas : sans le secret du serveur, ou pour un autre appel, rien ne s’ouvre', async () => {
  const { keys } = await seal()
  assert.throws(() => readPrivateKey(callId, keys.sealedPrivateKey, randomBytes(32)))
  assert.throws(() => readPrivateKey(`${callId.slice(0, -1)}2`, keys.sealedPrivateKey, secret))
})

test('une enveloppe retouchée ne s’ouvre pas', async () => {
  const { keys, envelope } = await seal()
  const privateJwk = readPrivateKey(callId, keys.sealedPrivateKey, secret)
  const touched = Buffer.from(envelope.ciphertext)
  touched[20] = (touched[20] ?? 0) ^ 1
  await assert.rejects(openForCall({ ...envelope, ciphertext: touched }, privateJwk))
  await assert.rejects(openForCall({ ...envelope, sha256: '0'.repeat(64) }, privateJwk))
})

test('rien de ce qui est rangé ne contient ce qui est proposé', async () => {
  const { envelope } = await seal()
  const stored = [envelope.ciphertext, Buffer.from(envelope.keyForCall + envelope.keyForStartup)]
  for (const bytes of stored) assert.ok(!bytes.includes('carnet') && !bytes.includes('3500000'))
})
