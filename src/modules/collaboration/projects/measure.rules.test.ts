import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMeasure, writeMeasure } from './measure.rules.ts'

test('un nombre se lit comme il s’écrit en français', () => {
  assert.equal(readMeasure('180 000'), 180_000)
  assert.equal(readMeasure('12,5'), 12.5)
  assert.equal(readMeasure(''), null)
  assert.equal(readMeasure('beaucoup'), undefined)
  assert.equal(readMeasure('1e9'), undefined)
})

test('ce qui est gardé revient tel quel dans le champ', () => {
  const measures = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((value) => value / 100)
  fc.assert(
    fc.property(measures, (value) => {
      assert.equal(readMeasure(writeMeasure(value)), value)
    }),
  )
})
