import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  formatDate,
  formatDateTime,
  formatDecimal,
  formatMoney,
  formatNumber,
  formatPhone,
  formatShortDate,
  toDay,
} from './format.ts'
import { addCatalogue, inLocale } from './i18n.ts'

/** French puts narrow no-break spaces between thousands; which one is no matter here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('figures', () => {
  test('are grouped by three, money in whole FCFA', () => {
    assert.equal(plain(formatNumber(1_250_000)), '1 250 000')
    assert.equal(plain(formatMoney(1_250_000)), '1 250 000 FCFA')
    assert.equal(plain(formatMoney(0)), '0 FCFA')
  })

  test('never break at the end of a line', () => {
    assert.doesNotMatch(formatMoney(1_250_000), / /)
  })

  test('have a decimal comma, and as many decimals as asked', () => {
    assert.equal(formatDecimal(4.25), '4,3')
    assert.equal(formatDecimal(4), '4,0')
    assert.equal(formatDecimal(66.666, 2), '66,67')
  })
})

addCatalogue('en', {})

describe('dates', () => {
  const lateEvening = new Date('2026-11-23T23:30:00Z')

  test('are those of Benin, an hour after Greenwich', () => {
    assert.equal(toDay(lateEvening), '2026-11-24')
    assert.equal(formatDate(lateEvening), '24 novembre 2026')
    assert.equal(formatShortDate(lateEvening), '24/11/2026')
    assert.match(plain(formatDateTime(lateEvening)), /^24 novembre 2026 à 00:30$/)
  })

  test('without an hour stay the day they are', () => {
    assert.equal(formatDate('2026-11-02'), '2 novembre 2026')
    assert.equal(formatShortDate('2026-12-31'), '31/12/2026')
  })

  test('call the first of a month the first', () => {
    assert.equal(formatDate('2026-01-01'), '1er janvier 2026')
    assert.equal(formatDate('2026-01-11'), '11 janvier 2026')
    assert.equal(formatShortDate('2026-01-01'), '01/01/2026')
    assert.equal(
      inLocale('en', () => formatDate('2026-01-01')),
      '1 January 2026',
    )
  })

  test('follow the language of the page, and the day of Benin does not', () => {
    const shown = inLocale('en', () => [formatDate(lateEvening), toDay(lateEvening)])
    assert.deepEqual(shown, ['24 November 2026', '2026-11-24'])
    assert.equal(formatDate(lateEvening), '24 novembre 2026')
  })
})

test('a phone of Benin is shown as it is dialled; another with its country', () => {
  assert.equal(plain(formatPhone('+2290197000001')), '01 97 00 00 01')
  assert.equal(formatPhone('+33612345678'), '+33612345678')
})
