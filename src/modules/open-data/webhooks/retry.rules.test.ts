import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isUnreachable, mostAttempts, restAfter, waitAfter } from './retry.rules.ts'

const hour = 3_600_000
const chance = fc.double({ min: 0, max: 1, noNaN: true })
const attempts = fc.integer({ min: 1, max: mostAttempts })

describe('a message that did not arrive', () => {
  test('is tried again later and later, never sooner than half a minute, never later than a day', () => {
    fc.assert(
      fc.property(attempts, chance, (count, luck) => {
        const wait = waitAfter(count, luck)
        assert.ok(wait >= 24_000 && wait <= 15 * hour, String(wait))
        assert.ok(waitAfter(count + 1, luck) >= wait)
      }),
    )
    assert.equal(waitAfter(1, 0.5), 30_000)
    assert.equal(waitAfter(2, 0.5), 120_000)
  })

  test('is tried for about three days', () => {
    const sum = (luck: number) =>
      Array.from({ length: mostAttempts - 1 }, (_, n) => waitAfter(n + 1, luck)).reduce(
        (total, wait) => total + wait,
      )
    assert.ok(sum(0.5) > 70 * hour && sum(0.5) < 74 * hour, String(sum(0.5) / hour))
    assert.ok(sum(0) > 56 * hour && sum(1) < 90 * hour)
  })

  test('does not come back together with those that failed with it', () => {
    assert.notEqual(waitAfter(3, 0), waitAfter(3, 1))
  })
})

describe('a receiver', () => {
  test('that answers soon is not left alone', () => {
    assert.equal(restAfter({ tookMs: 200, failures: 0 }, 0.5), 0)
  })

  test('that keeps us waiting rests ten times as long, whether it answers or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3001, max: 10_000 }),
        fc.integer({ min: 0, max: 100 }),
        chance,
        (tookMs, failures, luck) => {
          assert.ok(restAfter({ tookMs, failures }, luck) >= 10 * tookMs)
        },
      ),
    )
  })

  test('that is dead is asked again within the hour, however long it has been', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), chance, (failures, luck) => {
        const rest = restAfter({ tookMs: 10, failures }, luck)
        assert.ok(rest >= 24_000 && rest <= hour)
      }),
    )
  })

  test('is unreachable after two days and a half without one success', () => {
    const now = new Date('2026-11-28T09:00:00Z')
    const ago = (hours: number) => new Date(now.getTime() - hours * hour)
    assert.equal(isUnreachable(null, now), false)
    assert.equal(isUnreachable(ago(59), now), false)
    assert.equal(isUnreachable(ago(60), now), true)
  })
})
