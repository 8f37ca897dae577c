import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FullPlan } from './plan.schema.ts'
import { shareCosts, splitByShares } from './shares.rules.ts'

const anyShares = fc
  .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
  .map((shares) => [100 - shares.reduce((sum, one) => sum + one, 0), ...shares])

test('des parts qui font 100 paient tout, sans un franc de plus ni de moins', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), anyShares, (amount, shares) => {
      const parts = splitByShares(amount, shares)
      assert.equal(
        parts.reduce((sum, one) => sum + one, 0),
        amount,
      )
      for (const [index, part] of parts.entries())
        assert.ok(Math.abs(part - (amount * (shares[index] ?? 0)) / 100) < 1)
    }),
  )
})

test('ce qui n’est pas partagé reste à la commune qui porte le plan', () => {
  const plan = { communeId: 'a', firstYear: 2027, years: 3 }
  const cost = { startYear: 2027, endYear: 2027, durationYears: 1, investment: 1001, running: 0 }
  const shares = shareCosts({
    plan,
    actions: [
      { ...cost, isShared: true },
      { ...cost, isShared: false },
    ],
    partners: [
      { communeId: 'a', share: 50, status: 'accepted' },
      { communeId: 'b', share: 50, status: 'accepted' },
      { communeId: 'c', share: 20, status: 'declined' },
    ],
  } as unknown as FullPlan)
  assert.deepEqual(
    shares.map(({ byYear }) => byYear[0]),
    [500 + 1001, 501],
  )
})
