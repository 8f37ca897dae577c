import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  computeLabelExpiry,
  findLabelFault,
  findLabelRule,
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

describe('The decree of the label', () => {
  test('grants nothing before its own day', () => {
    assert.equal(findLabelRule('2023-03-21'), undefined)
    assert.equal(findLabelRule('2023-03-22')?.years, 3)
    assert.equal(computeLabelExpiry('2023-03-21'), null)
  })

  test('may be replaced by another, for labels granted from its day on', () => {
    const rules = [
      { validFrom: '2023-03-22', years: 3, oldestCompanyYears: 6 },
      { validFrom: '2030-01-01', years: 5, oldestCompanyYears: 8 },
    ]
    assert.equal(computeLabelExpiry('2029-12-31', rules), '2032-12-31')
    assert.equal(computeLabelExpiry('2030-01-01', rules.toReversed()), '2035-01-01')
  })
})

describe('The dates somebody typed', () => {
  const faultOf = (labelIssuedOn: string | null, labelExpiresOn: string | null = null) =>
    findLabelFault({ labelIssuedOn, labelExpiresOn }, '2026-11-23')

  test('are accepted when they can be true', () => {
    assert.equal(faultOf(null), null)
    assert.equal(faultOf('2026-11-23'), null)
    assert.equal(faultOf('2023-03-22', '2026-03-22'), null)
  })

  test('are refused beside the field that is wrong', () => {
    assert.match(faultOf('2023-03-21')?.labelIssuedOn ?? '', /existe depuis le 22 mars 2023/)
    assert.match(faultOf('2026-11-24')?.labelIssuedOn ?? '', /à venir/)
    assert.match(faultOf('2026-01-10', '2026-01-10')?.labelExpiresOn ?? '', /avant sa délivrance/)
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
