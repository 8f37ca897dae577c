import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cleanText } from './clean-text.rules.ts'
import { prefixMark, siteMark } from './parts.rules.ts'

describe('a text that goes out', () => {
  test('keeps sums, references and days', () => {
    const text = 'Voir BES-2026-0042 : 12 000 000 FCFA avant le 2026-12-31.'
    assert.equal(cleanText(text), text)
  })

  test('loses whoever could be reached', () => {
    const text = cleanText('Appelez le 01 97 12 34 56 ou ecrivez@mairie.demo.example.')
    assert.ok(!/97|@/.test(text ?? ''), text)
  })

  test('cannot forge the signs that stand for the site and the prefix', () => {
    assert.equal(cleanText(`${siteMark}${prefixMark}Bonjour`), 'Bonjour')
  })

  test('says nothing when nothing is left', () => {
    assert.equal(cleanText(' \u0001 '), undefined)
    assert.equal(cleanText(null), undefined)
  })
})
