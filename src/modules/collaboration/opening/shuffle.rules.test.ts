import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawNumbers } from './shuffle.rules.ts'

test('chaque proposition reçoit un numéro, et aucun ne sert deux fois', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.infiniteStream(fc.nat()), (count, draws) => {
      const numbers = drawNumbers(count, (below) => draws.next().value % below)
      const expected = Array.from({ length: count }, (_, index) => index + 1)
      assert.deepEqual(
        numbers.toSorted((a, b) => a - b),
        expected,
      )
    }),
  )
})

test('toutes les suites peuvent sortir', () => {
  const seen = new Set<string>()
  for (const first of [0, 1, 2])
    for (const second of [0, 1])
      seen.add(drawNumbers(3, (below) => (below === 3 ? first : second)).join())
  assert.equal(seen.size, 6)
})
