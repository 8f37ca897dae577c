import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cleanText } from './clean-text.rules.ts'

describe('a text that goes out', () => {
  test('keeps sums, references and days', () => {
    const text = 'Voir BES-2026-0042 : 12 000 000 FCFA avant le 2026-12-31.'
    assert.equal(cleanText(text), text)
  })

  test('loses whoever could be reached', () => {
    const text = cleanText('Appelez le 01 97 12 34 56 ou ecrivez@mairie.demo.example.')
    assert.ok(!/97|@/.test(text ?? ''), text)
  })

  test('is letter for letter what was written when nobody can be reached by it', () => {
    const text = 'Salle de 20 m²… « état civil »'
    assert.equal(cleanText(text), text)
  })

  test('loses the signs that cannot be seen', () => {
    assert.equal(cleanText('\u0001\u0002Bonjour'), 'Bonjour')
  })

  test('says nothing when nothing is left', () => {
    assert.equal(cleanText(' \u0001 '), undefined)
    assert.equal(cleanText(null), undefined)
  })
})
