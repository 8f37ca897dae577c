import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { layMap } from './lay-map.rules.ts'
import { blurMeters, roundPosition } from './public-position.rules.ts'

const somewhere = fc.record({
  latitude: fc.double({ min: 6, max: 12.6, noNaN: true }),
  longitude: fc.double({ min: 0.6, max: 4, noNaN: true }),
})

const meters = (a: { latitude: number; longitude: number }, b: typeof a) =>
  Math.hypot(
    (a.latitude - b.latitude) * 111_320,
    (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180),
  )

describe('une position publique', () => {
  test('est le milieu d’un carré d’une centaine de mètres', () => {
    assert.deepEqual(roundPosition({ latitude: 7.97252, longitude: 2.22176 }), {
      latitude: 7.9725,
      longitude: 2.2215,
    })
  })

  test('est la même pour tout le carré : la redemander n’apprend rien', () => {
    fc.assert(
      fc.property(somewhere, (point) => {
        const around = roundPosition(point)
        assert.deepEqual(roundPosition(around), around)
        assert.ok(meters(point, around) <= blurMeters + 1)
        const digits = String(around.latitude).split('.')[1] ?? ''
        assert.ok(digits.length <= 4)
      }),
    )
  })
})

describe('la carte', () => {
  test('contient tous les points, et ne montre jamais moins d’un kilomètre et demi', () => {
    fc.assert(
      fc.property(fc.array(somewhere, { minLength: 1, maxLength: 40 }), (points) => {
        const { width, height, place, scale } = layMap(points)
        for (const { x, y } of points.map(place)) {
          assert.ok(x >= 0 && x <= width && y >= 0 && y <= height)
        }
        const metersInPixel = scale.meters / scale.length
        assert.ok(width * metersInPixel >= 1500)
        assert.ok(height <= 480)
      }),
    )
  })
})
