import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareOne, spreadByCategory } from './compare-budgets.rules.ts'

const commune = { name: 'Glazoué', slug: 'glazoue', category: 'ordinaire', population: 100_000 }
const figure = {
  investment: 3_000_000,
  running: 1_000_000,
  paid: 1_000_000,
  asOf: '2026-09-30',
  totalInvestment: 150_000_000,
  totalRunning: 50_000_000,
}

test('un budget se lit en part, par habitant, et par ce qui est payé', () => {
  const { total, sharePerMille, perInhabitant, paidPercent } = compareOne(commune, figure)
  assert.deepEqual([total, sharePerMille, perInhabitant, paidPercent], [4_000_000, 20, 40, 25])
})

test('ce qui n’est pas connu n’est pas zéro', () => {
  const unknown = compareOne(commune, { ...figure, totalRunning: null, asOf: null })
  assert.deepEqual([unknown.sharePerMille, unknown.paidPercent], [null, null])
})

test('moins de cinq communes ne disent rien d’une catégorie', () => {
  const one = compareOne(commune, figure)
  const of = (count: number) =>
    spreadByCategory(
      Array.from({ length: count }, () => one),
      ['ordinaire'],
    )[0]
  assert.deepEqual([of(4)?.communes, of(4)?.share, of(4)?.perInhabitant], [4, null, null])
  assert.deepEqual([of(5)?.share?.median, of(5)?.perInhabitant?.high], [20, 40])
})
