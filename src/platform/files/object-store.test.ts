import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../config.ts'
import { NotFound } from '../errors.ts'
import { createFileStore } from './file-store.ts'
import { keys, type StorageServer, startStorage } from './storage-server.fixture.ts'

describe('files in S3-compatible storage', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-objects-'))
  let storage: StorageServer

  before(async () => {
    storage = await startStorage()
  })
  after(async () => {
    await storage.close()
    rmSync(directory, { recursive: true })
  })

  const open = (secretKey = keys.secretKey) => {
    const env = {
      CAURI_S3_ENDPOINT: storage.endpoint,
      CAURI_S3_BUCKET: 'mairie',
      CAURI_S3_REGION: keys.region,
    }
    const secrets = { CAURI_S3_ACCESS_KEY: keys.accessKey, CAURI_S3_SECRET_KEY: secretKey }
    return createFileStore(readConfig({ ...env, ...secrets, CAURI_DATA_DIR: directory }))
  }
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'é')])
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const send = (store = open()) =>
    store.store(Readable.from([pdf.subarray(0, 70_000), pdf.subarray(70_000)]), 5e6)

  test('are sent signed and whole, and read back', async () => {
    const outcome = await send()
    assert.deepEqual(outcome, {
      ok: true,
      content: { sha256, sizeBytes: pdf.length, mediaType: 'application/pdf' },
    })
    assert.deepEqual([...storage.objects.keys()], [`/mairie/${sha256}`])
    assert.deepEqual(await buffer(await open().open(sha256)), pdf)
    assert.deepEqual(readdirSync(path.join(directory, 'files')), [])
  })

  test('are sent once, however often they come', async () => {
    storage.log.length = 0
    await send()
    assert.deepEqual(storage.log, ['HEAD 200'])
  })

  test('that are too heavy, empty or unknown are told apart', async () => {
    const store = open()
    assert.deepEqual(await store.store(Readable.from([pdf]), 10), {
      ok: false,
      because: 'tooLarge',
    })
    assert.deepEqual(await store.store(Readable.from([]), 10), { ok: false, because: 'empty' })
    await assert.rejects(store.open('0'.repeat(64)), NotFound)
  })

  test('wait for storage that blinks, and fail when it does not come back', async () => {
    storage.failNext(1)
    assert.equal((await buffer(await open().open(sha256))).length, pdf.length)
    storage.objects.clear()
    storage.failNext(3)
    await assert.rejects(send(), /503/)
    assert.deepEqual(readdirSync(path.join(directory, 'files')), [])
    assert.ok((await send()).ok)
  })

  test('are taken away, once or twice', async () => {
    await send()
    await open().remove(sha256)
    await open().remove(sha256)
    assert.equal(storage.objects.size, 0)
    await assert.rejects(open().open(sha256), NotFound)
    await send()
  })

  test('are refused to whoever does not have the key', async () => {
    await assert.rejects(open('autre').open(sha256), /403/)
  })
})
