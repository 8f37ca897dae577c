import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import zlib from 'node:zlib'
import fc from 'fast-check'
import { detectMediaType } from '#platform/files/media-type.ts'
import { cleanPhoto } from './clean-photo.rules.ts'
import { makeJpeg, makePng, makeWebp, segment, writeExif } from './photo.fixture.ts'

const secret = 'GPS 7.97252 2.22176 Afi Spécimen'
const script = '<script>alert(1)</script>'

describe('une photo', () => {
  test('JPEG perd ce que l’appareil y a écrit, et garde où est le haut', async () => {
    const sent = makeJpeg({
      before: [writeExif(6, secret), segment(0xfe, script), segment(0xed, secret)],
      after: Buffer.from(`PK\u0003\u0004${script}`),
    })
    assert.ok(sent.includes('Afi'))
    const cleaned = cleanPhoto(sent, 'image/jpeg')
    assert.ok(cleaned)
    for (const trace of ['Afi', 'GPS', 'script', 'PK\u0003\u0004'])
      assert.ok(!cleaned.bytes.includes(trace), trace)
    assert.deepEqual([cleaned.width, cleaned.height], [640, 480])
    assert.equal(await detectMediaType(cleaned.bytes), 'image/jpeg')
    assert.ok(cleaned.bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6])))
    assert.ok(cleaned.bytes.includes('PIXELS'))
  })

  test('PNG perd ses textes et ce qui suit sa fin', async () => {
    const sent = makePng({ text: secret, after: script })
    const cleaned = cleanPhoto(sent, 'image/png')
    assert.ok(cleaned)
    for (const trace of ['Afi', 'tEXt', 'eXIf', 'script'])
      assert.ok(!cleaned.bytes.includes(trace), trace)
    assert.deepEqual([cleaned.width, cleaned.height], [2, 2])
    assert.equal(await detectMediaType(cleaned.bytes), 'image/png')
  })

  test('WebP perd sa position et ce qui suit sa fin', async () => {
    const cleaned = cleanPhoto(makeWebp({ exif: secret, after: script }), 'image/webp')
    assert.ok(cleaned)
    for (const trace of ['Afi', 'EXIF', 'script']) assert.ok(!cleaned.bytes.includes(trace), trace)
    assert.deepEqual([cleaned.width, cleaned.height], [320, 240])
    assert.equal(await detectMediaType(cleaned.bytes), 'image/webp')
    assert.equal(cleaned.bytes.readUInt32LE(4), cleaned.bytes.length - 8)
  })

  test('nettoyée deux fois, c’est la même', () => {
    const sent = makeJpeg({ before: [writeExif(6, secret)] })
    const once = cleanPhoto(sent, 'image/jpeg')?.bytes ?? Buffer.alloc(0)
    assert.deepEqual(cleanPhoto(once, 'image/jpeg')?.bytes, once)
  })

  test('trop grande pour être montrée, coupée, ou d’un autre type, est refusée', () => {
    assert.equal(cleanPhoto(makePng({ width: 60_000, height: 60_000 }), 'image/png'), null)
    assert.equal(cleanPhoto(makePng({ width: 0 }), 'image/png'), null)
    const jpeg = makeJpeg({})
    assert.equal(cleanPhoto(jpeg.subarray(0, jpeg.length - 2), 'image/jpeg'), null)
    assert.equal(cleanPhoto(jpeg, 'image/png'), null)
    assert.equal(cleanPhoto(Buffer.from(`<svg>${script}</svg>`), 'image/svg+xml'), null)
    assert.equal(cleanPhoto(zlib.gzipSync('a'), 'image/jpeg'), null)
    assert.equal(cleanPhoto(Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'), null)
    assert.equal(cleanPhoto(Buffer.alloc(0), 'image/webp'), null)
  })

  test('abîmée au hasard, n’arrête jamais le serveur', () => {
    const whole = {
      'image/jpeg': makeJpeg({ before: [writeExif(6, secret)] }),
      'image/png': makePng({ text: secret }),
      'image/webp': makeWebp({ exif: secret }),
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(whole)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
        fc.nat(400),
        ([type, bytes], changes, length) => {
          const damaged = Buffer.from(bytes.subarray(0, length))
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value
          cleanPhoto(damaged, type)
        },
      ),
      { numRuns: 500 },
    )
  })
})
