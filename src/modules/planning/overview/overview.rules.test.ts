import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { axes } from '../axes.ts'
import { toPercent } from '../percent.rules.ts'
import { computeQuartiles, fewestCommunes, spreadByAxis } from './overview.rules.ts'
import type { FigureRow } from './overview.types.ts'
import { toOverview } from './overview-sums.rules.ts'

const each = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b).map((level) => ({ level, total: 1 }))

test('les quartiles tombent entre deux valeurs, en proportion', () => {
  const expected = { first: 1.75, median: 2.5, third: 3.25 }
  assert.deepEqual(computeQuartiles(each([4, 1, 3, 2])), expected)
  assert.deepEqual(computeQuartiles([{ level: 3, total: 1 }]), { first: 3, median: 3, third: 3 })
})

test('compter par niveau ou commune par commune donne les mêmes quartiles', () => {
  const levels = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(levels, (tenths) => {
      const values = tenths.map((tenth) => tenth / 10)
      const counts = [...new Set(values)]
        .sort((a, b) => a - b)
        .map((level) => ({ level, total: values.filter((one) => one === level).length }))
      assert.deepEqual(computeQuartiles(counts), computeQuartiles(each(values)))
    }),
  )
})

test('trop peu de communes : rien n’est montré', () => {
  assert.deepEqual(
    spreadByAxis(() => [{ level: 2, total: fewestCommunes - 1 }]),
    [],
  )
  assert.equal(spreadByAxis(() => [{ level: 2, total: fewestCommunes }]).length, axes.length)
})

test('une part de rien n’est pas zéro', () => {
  assert.equal(toPercent(0, 0), null)
  assert.equal(toPercent(1, 4), 25)
})

test('les parts se rapportent aux budgets dont on connaît le tout', () => {
  const row = (key: string, total: number): FigureRow => ({
    ...{ category: '', figure: 'budget', key, year: 2026, level: 0, total },
    computedAt: new Date(0),
  })
  const { budgets } = toOverview(
    [row('digital', 30), row('digitalOfWhole', 10), row('whole', 200), row('paid', 6)],
    null,
  )
  assert.equal(budgets[0]?.share, 5)
  assert.equal(budgets[0]?.digital, 30)
})
