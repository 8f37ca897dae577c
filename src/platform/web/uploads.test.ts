import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import {
  cleanFileName,
  mediaTypes,
  optionalFile,
  sealUpload,
  type Upload,
  unsealUpload,
} from './uploads.ts'

const secret = Buffer.alloc(32, 7)
const guide: Upload = {
  name: 'guide.pdf',
  sha256: 'a'.repeat(64),
  sizeBytes: 2_000_000,
  mediaType: 'application/pdf',
}
const message = (field: z.ZodType, value: unknown) =>
  field.safeParse(value).error?.issues[0]?.message

describe('the name of a file', () => {
  test('stays what its owner called it, accents and spaces included', () => {
    assert.equal(cleanFileName('État civil (2026).pdf'), 'État civil (2026).pdf')
  })

  test('loses its folders, its hidden signs and what systems refuse', () => {
    assert.equal(cleanFileName('C:\\Documents\\guide.pdf'), 'guide.pdf')
    assert.equal(cleanFileName('../../etc/passwd'), 'passwd')
    assert.equal(cleanFileName('.htaccess'), 'htaccess')
    assert.equal(cleanFileName('facture\u202Efdp.exe'), 'facturefdp.exe')
    assert.equal(cleanFileName('a"b<c>d|e:f*g?.pdf\r\n'), 'abcdefg.pdf')
  })

  test('is never empty', () => {
    for (const name of ['', '...', '/', '\u0000']) assert.equal(cleanFileName(name), 'fichier')
  })

  test('is cut at 120 letters, before its extension, and never within a letter', () => {
    assert.equal(cleanFileName(`${'a'.repeat(200)}.pdf`), `${'a'.repeat(116)}.pdf`)
    assert.equal(cleanFileName('😀'.repeat(130)), '😀'.repeat(120))
  })

  test('is always safe to save under', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanFileName(name)
        assert.doesNotMatch(clean, /[/\\"<>|:*?\p{Cc}]|^\./u)
        assert.ok(clean.length > 0 && [...clean].length <= 120)
      }),
    )
  })
})

describe('a file field', () => {
  const field = optionalFile([mediaTypes.pdf, mediaTypes.png], 2)

  test('takes a file of its types by what the bytes are', () => {
    assert.deepEqual(field.safeParse(guide).data, guide)
    const renamed = { ...guide, mediaType: 'application/octet-stream' }
    assert.match(message(field, renamed) ?? '', /du type attendu : PDF, PNG/)
  })

  test('may stay empty', () => {
    for (const value of [undefined, '', null]) assert.equal(field.safeParse(value).data, null)
  })

  test('tells what is wrong with a file', () => {
    assert.match(message(field, { ...guide, sizeBytes: 2_000_001 }) ?? '', /trop lourd : 2 Mo/)
    assert.match(message(field, { name: 'x', because: 'tooLarge' }) ?? '', /trop lourd/)
    assert.match(message(field, { name: 'x', because: 'empty' }) ?? '', /vide/)
    assert.match(message(field, 'guide.pdf') ?? '', /Choisissez un fichier/)
  })
})

describe('a file that was already kept', () => {
  test('comes back with the form, as it was', () => {
    assert.deepEqual(unsealUpload(sealUpload(guide, secret), secret), guide)
  })

  test('cannot be invented: it would show somebody else’s file', () => {
    const sealed = sealUpload(guide, secret)
    const [, signature] = sealed.split('.')
    const other = Buffer.from(JSON.stringify({ ...guide, sha256: 'b'.repeat(64) }))
    for (const forged of [
      `${other.toString('base64url')}.${signature}`,
      sealUpload(guide, Buffer.alloc(32, 8)),
      sealed.slice(0, -1),
      '',
      '.',
    ])
      assert.equal(unsealUpload(forged, secret), null)
  })
})
