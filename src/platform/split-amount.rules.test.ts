import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitAmount } from './split-amount.rules.ts'

const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: 1, maxLength: 77 })
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

test('les parts d’un marché de 1 000 001 FCFA en trois tiers ne perdent aucun franc', () => {
  assert.deepEqual(splitAmount(1_000_001, [33, 33, 34]), [330_000, 330_000, 340_001])
})

test('la somme des parts est exactement le montant, quels que soient les poids', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      assert.equal(sum(splitAmount(amount, shares)), amount)
    }),
  )
})

test('aucune part ne s’écarte d’un franc ou plus de sa part exacte, ni n’est négative', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      const total = sum(shares)
      for (const [index, part] of splitAmount(amount, shares).entries()) {
        const share = total === 0 ? 1 / shares.length : (shares[index] ?? 0) / total
        assert.ok(Math.abs(part - amount * share) < 1.001)
        assert.ok(part >= 0)
      }
    }),
  )
})

test('sans aucun poids, les parts sont égales', () => {
  assert.deepEqual(splitAmount(10, [0, 0, 0]), [3, 3, 4])
})

test('un plan inachevé ne partage que ce qu’il a planifié', () => {
  assert.deepEqual(splitAmount(1_000_000, [30, 30], 100), [300_000, 300_000])
})
