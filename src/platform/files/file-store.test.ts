import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { NotFound } from '../errors.ts'
import { createFileStore } from './file-store.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')

describe('the files on disk', () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'cauri-files-'))
  after(() => rmSync(dataDirectory, { recursive: true }))
  const files = createFileStore({ dataDirectory })
  const root = path.join(dataDirectory, 'files')

  async function keep(bytes: Buffer | Buffer[], maxBytes = 1_000_000) {
    const outcome = await files.store(Readable.from([bytes].flat()), maxBytes)
    assert.ok(outcome.ok)
    return outcome.content
  }

  test('are found again by the hash of their content, byte for byte', async () => {
    const parts = [randomBytes(70_000), randomBytes(1), randomBytes(130_000)]
    const content = await keep(parts)
    const whole = Buffer.concat(parts)
    assert.equal(content.sha256, createHash('sha256').update(whole).digest('hex'))
    assert.equal(content.sizeBytes, 200_001)
    assert.deepEqual(await buffer(await files.open(content.sha256)), whole)
  })

  test('are kept once, whoever sends the same', async () => {
    const [one, two] = await Promise.all([keep(pdf), keep(pdf)])
    assert.equal(one.sha256, two.sha256)
    const folder = path.join(root, one.sha256.slice(0, 2), one.sha256.slice(2, 4))
    assert.deepEqual(readdirSync(folder), [one.sha256])
  })

  test('are refused when too large or empty, and leave nothing behind', async () => {
    const sent = Readable.from([Buffer.alloc(600), Buffer.alloc(600)])
    assert.deepEqual(await files.store(sent, 1000), { ok: false, because: 'tooLarge' })
    assert.ok(sent.readableEnded, 'the rest of the form must still be read')
    assert.deepEqual(await files.store(Readable.from([]), 1000), { ok: false, because: 'empty' })
    assert.deepEqual(
      readdirSync(root).filter((name) => name.endsWith('.draft')),
      [],
    )
  })

  test('cut by the parser of forms are too large, however little came through', async () => {
    const cut = Object.assign(Readable.from([Buffer.from('début')]), { truncated: true })
    assert.deepEqual(await files.store(cut, 1000), { ok: false, because: 'tooLarge' })
  })

  test('whose sending broke are not kept', async () => {
    const broken = Readable.from(
      (async function* () {
        yield pdf.subarray(0, 10)
        throw new Error('connection lost')
      })(),
    )
    await assert.rejects(files.store(broken, 1000), /connection lost/)
    const sha256 = createHash('sha256').update(pdf.subarray(0, 10)).digest('hex')
    assert.ok(!existsSync(path.join(root, sha256.slice(0, 2))))
    await assert.rejects(files.open(sha256), NotFound)
  })

  test('are what their bytes say, whatever they are called', async () => {
    assert.equal((await keep(png)).mediaType, 'image/png')
    assert.equal((await keep(pdf)).mediaType, 'application/pdf')
  })

  test('that could carry a script never pass as an image or a PDF', async () => {
    const safe = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']
    const risky = [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      '<!doctype html><script>alert(1)</script>',
      ' %PDF-1.7 <script>alert(1)</script>',
      'PK\u0003\u0004 archive',
      'alert(1)',
    ]
    for (const text of risky) {
      const { mediaType } = await keep(Buffer.from(text))
      assert.ok(!safe.includes(mediaType), `${text} : ${mediaType}`)
      assert.doesNotMatch(mediaType, /^text\/html|svg/)
    }
  })
})
