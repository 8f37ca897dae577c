import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  computeLabelExpiry,
  countDays,
  findLabelState,
  findReminder,
} from './label.rules.ts'

const label = { labelNumber: 'LS-2024-015', labelExpiresOn: '2027-03-05' }

describe('A startup label', () => {
  test('lasts three years from the day it is granted', () => {
    assert.equal(computeLabelExpiry('2024-03-05'), '2027-03-05')
    assert.equal(computeLabelExpiry('2024-02-29'), '2027-02-28')
  })

  test('counts on its last day, and no longer the day after', () => {
    assert.equal(findLabelState(label, '2026-12-04'), 'valid')
    assert.equal(findLabelState(label, '2026-12-05'), 'ending')
    assert.equal(findLabelState(label, '2027-03-05'), 'ending')
    assert.equal(findLabelState(label, '2027-03-06'), 'expired')
  })

  test('is not there without its number or its end', () => {
    assert.equal(findLabelState({ ...label, labelNumber: null }, '2026-01-01'), 'none')
    assert.equal(findLabelState({ ...label, labelExpiresOn: null }, '2026-01-01'), 'none')
  })
})

describe('The reminders of its end', () => {
  test('come 90 days, 30 days and 0 days before', () => {
    const expected = [
      ['2026-12-04', null],
      ['2026-12-05', 90],
      ['2027-02-02', 90],
      ['2027-02-03', 30],
      ['2027-03-04', 30],
      ['2027-03-05', 0],
      ['2027-06-01', 0],
    ] as const
    for (const [today, reminder] of expected)
      assert.equal(findReminder(label.labelExpiresOn, today), reminder, today)
  })
})

describe('Days', () => {
  const days = fc
    .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) })
    .map((time) => new Date(time).toISOString().slice(0, 10))

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        assert.equal(countDays(day, addDays(day, count)), count)
      }),
    )
  })
})
