import assert from 'node:assert/strict'
import { test } from 'node:test'
import { criteria } from './criteria.rules.ts'
import { completeWeights, defaultWeights, findWeightsFault } from './matching.weights.ts'

test('les poids livrés comptent chaque critère, et font cent', () => {
  assert.equal(findWeightsFault(defaultWeights), null)
  assert.equal(
    Object.values(defaultWeights).reduce((sum, weight) => sum + weight, 0),
    100,
  )
})

test('un poids est un entier de 0 à 100, pour chaque critère, et l’un au moins compte', () => {
  for (const budget of [101, -1, 1.5, '5', null, Number.NaN])
    assert.match(findWeightsFault({ ...defaultWeights, budget }) ?? '', /entier/)
  assert.match(findWeightsFault({ domains: 1 }) ?? '', /Chaque critère/)
  const none = Object.fromEntries(criteria.map(({ code }) => [code, 0]))
  assert.match(findWeightsFault(none) ?? '', /au moins/)
  assert.equal(findWeightsFault({ ...none, domains: 1 }), null)
})

test('des poids gardés avant un critère le comptent comme livré', () => {
  const { population: _, ...kept } = { ...defaultWeights, budget: 40 }
  assert.deepEqual(completeWeights({ ...kept, forgotten: 3 }), { ...defaultWeights, budget: 40 })
})

test('chaque critère a un nom et une explication, et un code qui n’est qu’à lui', () => {
  assert.equal(new Set(criteria.map(({ code }) => code)).size, criteria.length)
  for (const { label, explanation } of criteria)
    assert.ok(label.length > 2 && explanation.length > 20)
})
