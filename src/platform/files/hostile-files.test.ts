/** Files that are not what they say, that run, or that swell: refused by name, or kept with no right to do anything. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { mediaTypes, optionalFile } from '../web/uploads.ts'
import { describeFile } from './file-headers.ts'
import { createFileStore } from './file-store.ts'
import { makeJpeg, makePng } from './photo/photo.fixture.ts'

const script = '<script>alert(document.cookie)</script>'
const accepted = optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 5)

describe('un fichier hostile', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-hostile-'))
  const files = createFileStore({ dataDirectory: directory })
  after(() => rmSync(directory, { recursive: true, force: true }))

  /** As a form receives it: what is wrong with it, or the type it is kept under. */
  async function send(bytes: Buffer): Promise<string> {
    const outcome = await files.store(Readable.from([bytes]), 12_000_000)
    const field = outcome.ok
      ? { name: 'carte.png', ...outcome.content }
      : { name: 'carte.png', because: outcome.because }
    const read = accepted.safeParse(field)
    return read.success ? (read.data?.mediaType ?? '') : (read.error.issues[0]?.message ?? '')
  }

  test('d’un autre type que les siens est refusé, quel que soit son nom', async () => {
    const zip = Buffer.concat([
      Buffer.from('504b0304140000000800', 'hex'),
      deflateRawSync(Buffer.alloc(1_000_000)),
    ])
    for (const [what, bytes] of Object.entries({
      page: Buffer.from(`<!doctype html>${script}`),
      svg: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      zip,
      program: Buffer.from('4d5a9000030000000400', 'hex'),
      text: Buffer.from(script),
    }))
      assert.match(await send(bytes), /n’est pas du type attendu/, what)
  })

  test('qui porte un programme est refusé, et dit comment faire', async () => {
    const pdf = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\nendobj\n%%EOF\n',
    )
    assert.match(await send(pdf), /contient un programme/)
  })

  test('dont l’image remplirait toute une mémoire est refusé', async () => {
    assert.match(await send(makePng({ width: 50_000, height: 50_000 })), /trop de points/)
  })

  test('qui est deux choses à la fois n’est jamais servi que comme la première, sans rien pouvoir', async () => {
    for (const [bytes, mediaType] of [
      [makeJpeg({ after: Buffer.from(`PK\u0003\u0004${script}`) }), 'image/jpeg'],
      [Buffer.concat([makePng({ width: 4, height: 4 }), Buffer.from(script)]), 'image/png'],
      [Buffer.from(`%PDF-1.7\n1 0 obj\n(${script})\nendobj\n%%EOF\n`), 'application/pdf'],
    ] as const) {
      assert.equal(await send(bytes), mediaType)
      const headers = describeFile({ mediaType, sizeBytes: bytes.length, name: 'carte' })
      assert.equal(headers['content-type'], mediaType)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'; sandbox/)
    }
  })

  test('qu’une sauvegarde rapporte revient tel qu’il était', async () => {
    const huge = makePng({ width: 50_000, height: 50_000 })
    const outcome = await files.store(Readable.from([huge]), Number.POSITIVE_INFINITY, 'backup')
    assert.equal(outcome.ok, true)
  })
})
