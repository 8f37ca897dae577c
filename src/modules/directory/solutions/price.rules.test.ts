import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { computeCost, type Price } from './price.rules.ts'

const none: Price = { setup: null, yearly: null, perInhabitant: null, perUser: null }

test('Glazoué paie la mise en place une fois et l’abonnement chaque année', () => {
  const cost = computeCost(
    { ...none, setup: 1_500_000, yearly: 600_000 },
    { population: 124_431, users: 8 },
  )
  assert.equal(cost.firstYear, 2_100_000)
  assert.equal(cost.yearly, 600_000)
  assert.equal(cost.total, 3_300_000)
})

test('un prix par habitant suit la population, un prix par utilisateur compte au moins une personne', () => {
  assert.equal(
    computeCost({ ...none, perInhabitant: 12 }, { population: 100_000, users: null }).yearly,
    1_200_000,
  )
  assert.equal(
    computeCost({ ...none, perUser: 30_000 }, { population: 1, users: null }).yearly,
    30_000,
  )
})

test('sans nombre d’utilisateurs, un prix par utilisateur est un minimum', () => {
  const perUser = { ...none, setup: 100, perUser: 30_000 }
  assert.equal(computeCost(perUser, { population: 1, users: null }).isMinimum, true)
  assert.equal(computeCost(perUser, { population: 1, users: 4 }).isMinimum, false)
  assert.equal(computeCost({ ...none, yearly: 5 }, { population: 1, users: null }).isMinimum, false)
})

test('sans prix, la solution est sur devis ; à zéro, elle est gratuite', () => {
  assert.equal(computeCost(none, { population: 1, users: 1 }).isOnQuote, true)
  assert.equal(computeCost({ ...none, setup: 0 }, { population: 1, users: 1 }).isFree, true)
  assert.equal(computeCost({ ...none, setup: 0 }, { population: 1, users: 1 }).isOnQuote, false)
})

const amount = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }))
const prices = fc.record({
  setup: amount,
  yearly: amount,
  perInhabitant: fc.option(fc.integer({ min: 0, max: 10_000 })),
  perUser: amount,
})
const clients = fc.record({
  population: fc.integer({ min: 1, max: 2_000_000 }),
  users: fc.option(fc.integer({ min: 1, max: 500 })),
})

test('le total est la somme des lignes, en FCFA entiers, quel que soit le nombre d’années', () => {
  fc.assert(
    fc.property(prices, clients, fc.integer({ min: 1, max: 10 }), (price, client, years) => {
      const cost = computeCost(price, client, years)
      const expected = cost.lines.reduce(
        (total, line) => total + line.amount * (line.isYearly ? years : 1),
        0,
      )
      assert.equal(cost.total, expected)
      assert.ok(Number.isSafeInteger(cost.total))
      assert.equal(cost.total - cost.firstYear, cost.yearly * (years - 1))
    }),
  )
})
