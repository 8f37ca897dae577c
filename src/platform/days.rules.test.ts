import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, addDaysTo, addMonths, addYearsTo, countDays } from './days.rules.ts'

const moments = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const counts = fc.integer({ min: -2000, max: 2000 })

describe('Days', () => {
  test('a leap day keeps its date where the year has one', () => {
    assert.equal(addYearsTo('2024-02-29', 1), '2025-02-28')
    assert.equal(addYearsTo('2024-02-29', 4), '2028-02-29')
    assert.equal(addYearsTo('2024-03-31', 3), '2027-03-31')
  })

  test('a year and a month are crossed', () => {
    assert.equal(addDaysTo('2026-12-30', 3), '2027-01-02')
    assert.equal(addDaysTo('2024-03-01', -1), '2024-02-29')
    const noon = new Date('2026-02-15T12:00:00Z')
    assert.equal(addMonths(noon, -14).toISOString(), '2024-12-15T12:00:00.000Z')
  })

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(moments, counts, (moment, count) => {
        const day = moment.toISOString().slice(0, 10)
        assert.equal(countDays(day, addDaysTo(day, count)), count)
        assert.equal(addDays(addDays(moment, count), -count).getTime(), moment.getTime())
      }),
    )
  })
})
