import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { computeProgress } from './measure.rules.ts'

const reading = (value: number, total: number | null) => ({ value, total, countedAt: null })

describe('la progression d’une recommandation', () => {
  test('se compte sur la cible, ou à défaut sur le tout', () => {
    assert.equal(computeProgress(reading(7, 77), null), 9)
    assert.equal(computeProgress(reading(7, 77), 14), 50)
  })

  test('ne se dit pas tant qu’il n’y a rien à atteindre', () => {
    assert.equal(computeProgress(reading(7, null), null), null)
    assert.equal(computeProgress(reading(0, 0), null), null)
  })

  test('n’est entière qu’une fois la cible atteinte, et ne recule jamais quand le chiffre monte', () => {
    const count = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 100_000 }), (value, more, target) => {
        const before = computeProgress(reading(value, null), target) ?? -1
        const after = computeProgress(reading(value + more, null), target) ?? -1
        assert.ok(before >= 0 && before <= 100)
        assert.equal(before === 100, value >= target)
        assert.ok(after >= before)
      }),
    )
  })
})
