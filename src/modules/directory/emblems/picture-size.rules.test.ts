import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPictureSize } from './picture-size.rules.ts'

const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  Buffer.from([0, 0, 1, 44, 0, 0, 0, 200]),
])
const jpeg = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  ...[0xff, 0xc4, 0, 3, 9],
  ...[0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 3],
])

test('une image PNG ou JPEG dit sa taille', () => {
  assert.deepEqual(readPictureSize(png), { width: 300, height: 200 })
  assert.deepEqual(readPictureSize(jpeg), { width: 300, height: 200 })
})

test('ce qui est coupé ou n’est pas une image ne dit rien, et n’arrête rien', () => {
  assert.equal(readPictureSize(png.subarray(0, 20)), undefined)
  assert.equal(readPictureSize(jpeg.subarray(0, 12)), undefined)
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      readPictureSize(Buffer.from([0xff, 0xd8, ...bytes]))
    }),
  )
})
