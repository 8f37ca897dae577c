import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseDecimal, toMegabits } from './decimal.fields.ts'
import { checkMeasurement } from './measurement.rules.ts'

const now = new Date('2026-11-25T12:00:00Z')
const sound = { takenAt: now, downKbps: 6000, upKbps: 1500, latencyMs: 40 }
const check = (change: Partial<typeof sound>, technology: string | null = '4g') =>
  Object.keys(checkMeasurement({ ...sound, ...change }, technology, now))

describe('une mesure plausible', () => {
  test('celle qui l’est passe, même nulle', () => {
    assert.deepEqual(check({}), [])
    assert.deepEqual(check({ downKbps: 0, upKbps: 0 }), [])
  })

  test('ni d’un moment à venir, ni trop ancienne', () => {
    assert.deepEqual(check({ takenAt: new Date('2026-11-25T12:02:00Z') }), ['takenAt'])
    assert.deepEqual(check({ takenAt: new Date('2026-11-25T12:00:30Z') }), [])
    assert.deepEqual(check({ takenAt: new Date('2021-11-01T00:00:00Z') }), ['takenAt'])
  })

  test('ni plus rapide que ce que la technologie peut donner', () => {
    assert.deepEqual(check({}, '2g'), ['down', 'up'])
    assert.deepEqual(check({ downKbps: 43_000 }, '3g'), ['down'])
    assert.deepEqual(check({ downKbps: 43_000 }, null), [])
  })

  test('une latence va d’une milliseconde à une minute', () => {
    assert.deepEqual(check({ latencyMs: 0 }), ['latency'])
    assert.deepEqual(check({ latencyMs: 60_001 }), ['latency'])
  })
})

test('les décimales s’écrivent à la française ou non, et se relisent', () => {
  assert.deepEqual(['8,5', '8.5', ' 1 200,25 ', ''].map(parseDecimal), [8.5, 8.5, 1200.25, null])
  for (const typed of ['vite', '1,2,3', '1e3', '0x10', '--1'])
    assert.ok(Number.isNaN(parseDecimal(typed)), typed)
  assert.deepEqual([8500, 900, null].map(toMegabits), ['8,5', '0,9', ''])
})
