import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { MilestoneStatus } from './milestone.workflow.ts'
import { isPlanWhole, listPayments, measureProgress, sumShares } from './plan.rules.ts'

const statuses: MilestoneStatus[] = [
  'planned',
  'delivered',
  'accepted',
  'partlyAccepted',
  'refused',
]

/** Between one and thirty shares that make 100. */
const shares = fc
  .array(fc.integer({ min: 0, max: 100 }), { maxLength: 29 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
  .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0)))
const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 })
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

test('la somme des paiements d’un plan entier est exactement le montant', () => {
  fc.assert(
    fc.property(amounts, shares, (amount, parts) => {
      const plan = parts.map((paymentShare, position) => ({ position, paymentShare }))
      assert.equal(sum(listPayments(amount, plan).map(({ payment }) => payment)), amount)
    }),
  )
})

test('les paiements suivent le rang des jalons, pas l’ordre de la liste', () => {
  const paid = listPayments(1_000_001, [
    { position: 3, paymentShare: 34 },
    { position: 1, paymentShare: 33 },
    { position: 2, paymentShare: 33 },
  ])
  assert.deepEqual(
    paid.map(({ position, payment }) => [position, payment]),
    [
      [1, 330_000],
      [2, 330_000],
      [3, 340_001],
    ],
  )
})

test('un plan est entier quand poids et paiements font chacun 100, et seulement alors', () => {
  fc.assert(
    fc.property(shares, shares, fc.integer({ min: -3, max: 3 }), (weights, payments, error) => {
      const length = Math.max(weights.length, payments.length)
      const plan = Array.from({ length }, (_, index) => ({
        weight: (weights[index] ?? 0) + (index === 0 ? error : 0),
        paymentShare: payments[index] ?? 0,
      }))
      assert.equal(sumShares(plan).paymentShare, 100)
      assert.equal(isPlanWhole(plan), error === 0)
    }),
  )
  assert.equal(isPlanWhole([]), false)
})

test('l’avancement va de 0 à 100, et une recette avec réserves compte pour moitié', () => {
  assert.equal(
    measureProgress([
      { weight: 40, status: 'accepted' },
      { weight: 25, status: 'partlyAccepted' },
      { weight: 35, status: 'delivered' },
    ]),
    52,
  )
  fc.assert(
    fc.property(shares, fc.array(fc.constantFrom(...statuses)), (weights, given) => {
      const plan = weights.map((weight, index) => ({ weight, status: given[index] ?? 'planned' }))
      const progress = measureProgress(plan)
      assert.ok(progress >= 0 && progress <= 100)
      const all = plan.map(({ weight }) => ({ weight, status: 'accepted' as const }))
      assert.equal(measureProgress(all), 100)
    }),
  )
})

test('accepter un jalon ne fait jamais reculer l’avancement', () => {
  fc.assert(
    fc.property(shares, fc.nat(), fc.constantFrom(...statuses), (weights, at, status) => {
      const plan = weights.map((weight) => ({ weight, status }))
      const place = at % plan.length
      const later = plan.map((one, index) =>
        index === place ? { ...one, status: 'accepted' as const } : one,
      )
      assert.ok(measureProgress(later) >= measureProgress(plan))
    }),
  )
})
