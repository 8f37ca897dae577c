import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  bytesOf,
  isDownloadSize,
  largestDownload,
  largestUpload,
  readNdt7,
  sizesOf,
  speedPlans,
} from './speed-test.rules.ts'

const message = (elapsed: unknown, bytes: unknown, test = 'download') =>
  JSON.stringify({
    AppInfo: { ElapsedTime: elapsed, NumBytes: bytes },
    Origin: 'client',
    Test: test,
  })

describe('la mesure par le navigateur', () => {
  test('chaque formule dit ce qu’elle consomme au plus, et ne le dépasse jamais', () => {
    assert.deepEqual(speedPlans.map(bytesOf), [736_000, 3_040_000, 10_208_000])
    for (const { downSteps, upSteps } of speedPlans) {
      assert.ok((sizesOf(downSteps).at(-1) ?? 0) <= largestDownload)
      assert.ok((sizesOf(upSteps).at(-1) ?? 0) <= largestUpload)
      assert.ok(sizesOf(downSteps).every(isDownloadSize))
    }
  })

  test('le serveur ne sert que les tailles annoncées', () => {
    for (const bytes of [0, 1, 16_001, largestDownload * 2, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(isDownloadSize(bytes), false, String(bytes))
  })

  test('un message NDT7 donne le débit : un mégaoctet en une seconde font 8 Mbit/s', () => {
    assert.equal(readNdt7(message(1_000_000, 1_000_000), 'download'), 8000)
    assert.equal(readNdt7(message(1_000_000, 512_000, 'upload'), 'upload'), 4096)
  })

  test('ce qui n’en est pas un, ou ne peut pas être vrai, est refusé', () => {
    const refused = [
      '',
      'null',
      '[]',
      '{"AppInfo":null,"Test":"download"}',
      message(0, 1000),
      message(1000, 0),
      message('1000', 1000),
      message(1000, largestDownload + 1),
      message(-5, 1000),
      message(1000, 1000, 'upload'),
    ]
    for (const text of refused) assert.equal(readNdt7(text, 'download'), null, text)
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kbps = readNdt7(text, 'download')
        assert.ok(kbps === null || kbps >= 1)
      }),
    )
  })
})
