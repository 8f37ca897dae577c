import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isDigital, type Level, levels, listQuarterEnds, tallyLevels } from './level.rules.ts'

const someLevels = fc.array(fc.constantFrom(...levels), { maxLength: 80 })

describe('le niveau des services', () => {
  test('un service est numérique quand on peut le demander sans venir', () => {
    assert.deepEqual(levels.filter(isDigital), ['form', 'online'])
  })

  test('la part se compte sur les services proposés, et manque quand rien ne l’est', () => {
    assert.equal(tallyLevels(['notOffered', 'paper', 'form', 'online']).share, 67)
    assert.equal(tallyLevels(['notOffered']).share, null)
    assert.equal(tallyLevels([]).share, null)
  })

  test('chaque service est compté une fois, et passer en ligne n’abaisse jamais la part', () => {
    fc.assert(
      fc.property(someLevels, (found) => {
        const tally = tallyLevels(found)
        const sum = Object.values(tally.byLevel).reduce((total, count) => total + count, 0)
        assert.equal(sum, found.length)
        assert.ok(tally.digital <= tally.offered)
        if (tally.share !== null) assert.ok(tally.share >= 0 && tally.share <= 100)
      }),
    )
    fc.assert(
      fc.property(someLevels, fc.nat(), (found, at) => {
        fc.pre(found.length > 0)
        const better = found.map(
          (level, index): Level => (index === at % found.length ? 'online' : level),
        )
        assert.ok((tallyLevels(better).share ?? 0) >= (tallyLevels(found).share ?? 0))
      }),
    )
  })
})

test('les trimestres finis, puis aujourd’hui', () => {
  assert.deepEqual(listQuarterEnds('2026-11-25', 3), [
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-11-25',
  ])
  assert.deepEqual(listQuarterEnds('2026-01-01', 1), ['2025-12-31', '2026-01-01'])
})
