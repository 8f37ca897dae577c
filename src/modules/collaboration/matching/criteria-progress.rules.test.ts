import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CriterionCode, criteria } from './criteria.rules.ts'
import { anyNeed, anySolution, today } from './glazoue-market.fixture.ts'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'

function shareOf(code: CriterionCode, need: NeedFacts, solution: SolutionFacts): number {
  const criterion = criteria.find((one) => one.code === code)
  return criterion?.find(need, solution, today).share ?? Number.NaN
}

const assertNeverLoses = (
  code: CriterionCode,
  change: (solution: SolutionFacts) => Partial<SolutionFacts>,
) =>
  fc.assert(
    fc.property(anyNeed, anySolution, (need, solution) => {
      const changed = { ...solution, ...change(solution) }
      assert.ok(shareOf(code, need, changed) >= shareOf(code, need, solution) - 1e-12)
    }),
  )

describe('On ne perd jamais', () => {
  test('à coûter moins', () => {
    fc.assert(
      fc.property(anyNeed, anySolution, fc.nat(1_000_000), (need, solution, less) => {
        fc.pre(solution.priceSetup !== null && (need.users !== null || !solution.pricePerUser))
        fc.pre(need.budgetMax !== null)
        const cheaper = { ...solution, priceSetup: Math.max(0, (solution.priceSetup ?? 0) - less) }
        assert.ok(shareOf('budget', need, cheaper) >= shareOf('budget', need, solution) - 1e-12)
      }),
    )
  })
  test('à couvrir un domaine de plus', () => {
    assertNeverLoses('domains', ({ domains }) => ({
      domains: [...new Set([...domains, 'markets'])],
    }))
  })
  test('à être utilisée par une commune de plus', () => {
    const add = ({ confirmedCommunes, confirmedUses }: SolutionFacts) => ({
      confirmedCommunes: [...new Set([...confirmedCommunes, 'dassa'])],
      confirmedUses: confirmedUses + 1,
    })
    for (const code of ['nearby', 'similar', 'references'] as const) assertNeverLoses(code, add)
  })
  test('à recevoir une meilleure note', () => {
    assertNeverLoses('rating', ({ ratingAverage }) => ({
      ratingAverage: ratingAverage === null ? null : Math.min(5, ratingAverage + 0.5),
    }))
  })
})
