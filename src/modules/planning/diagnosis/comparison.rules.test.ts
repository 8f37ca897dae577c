import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Axis, axes } from '../axes.ts'
import { compareWithCategory, computeQuartiles, measureProgress } from './comparison.rules.ts'

const level = fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10)
const levels = fc.array(level, { minLength: 1, maxLength: 40 })
const allAxes = (value: number) =>
  Object.fromEntries(axes.map((axis) => [axis, value])) as Record<Axis, number>

/** By definition: walk along the sorted values, a quarter of the way, half, three quarters, one small step after the other. */
function walk(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((value, i) => [sorted[i] as number, value] as const)
  let left = share * steps.length
  for (const [from, to] of steps) {
    if (left <= 1) return from + (to - from) * left
    left -= 1
  }
  return sorted.at(-1) as number
}

describe('les quartiles', () => {
  test('suivent leur définition', () => {
    fc.assert(
      fc.property(levels, (values) => {
        const { low, median, high } = computeQuartiles(values)
        for (const [found, share] of [
          [low, 0.25],
          [median, 0.5],
          [high, 0.75],
        ] as const)
          assert.ok(
            Math.abs(found - walk(values, share)) < 0.001,
            `${found} ${walk(values, share)}`,
          )
      }),
    )
  })

  test('sont dans l’ordre, entre le plus bas et le plus haut, et ne dépendent pas du rang des communes', () => {
    fc.assert(
      fc.property(levels, (values) => {
        const found = computeQuartiles(values)
        assert.ok(Math.min(...values) <= found.low && found.low <= found.median)
        assert.ok(found.median <= found.high && found.high <= Math.max(...values))
        assert.deepEqual(computeQuartiles([...values].reverse()), found)
      }),
    )
  })

  test('de communes à égalité sont leur niveau commun', () => {
    assert.deepEqual(computeQuartiles([2, 2, 2, 2, 2]), { low: 2, median: 2, high: 2 })
    assert.deepEqual(computeQuartiles([1, 2, 3, 4, 5]), { low: 2, median: 3, high: 4 })
    assert.deepEqual(computeQuartiles([1, 2, 3, 4]), { low: 1.75, median: 2.5, high: 3.25 })
  })
})

describe('la comparaison', () => {
  test('est cachée à moins de cinq communes, et le dit', () => {
    const four = [1, 2, 3, 4].map(allAxes)
    assert.deepEqual(compareWithCategory(allAxes(1), four), { isShown: false, communes: 4 })
  })

  test('place la commune par rapport à la moitié centrale ; au bord, elle en est', () => {
    const group = [1, 2, 3, 4, 5].map(allAxes)
    const positionOf = (own: number) => {
      const compared = compareWithCategory(allAxes(own), group)
      return compared.isShown ? compared.axes[0]?.position : null
    }
    assert.deepEqual([1.9, 2, 4, 4.1].map(positionOf), ['below', 'within', 'within', 'above'])
  })
})

test('le chemin parcouru est à une décimale', () => {
  const [governance] = measureProgress(allAxes(1.1), allAxes(1.3))
  assert.equal(governance?.change, 0.2)
})
