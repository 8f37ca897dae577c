import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { describeSms, toSmsText } from './sms-text.rules.ts'

const link = 'https://cauri.example/b/42'

describe('an SMS', () => {
  test('keeps the letters that GSM knows and writes the others as near as it can', () => {
    assert.equal(
      toSmsText('« À Sèmè-Kpodji, l’état civil est prêt… » Dès aujourd’hui, cœur', null),
      '"A Sèmè-Kpodji, l\'état civil est pret..." Dès aujourd\'hui, coeur',
    )
  })

  test('ends with the link, never cut', () => {
    assert.equal(toSmsText('Un contact', link), `Un contact ${link}`)
    assert.ok(toSmsText('mot '.repeat(200), link).endsWith(`mot... ${link}`))
  })

  test('fits two parts of 153 letters', () => {
    assert.equal(toSmsText('a'.repeat(306), null), 'a'.repeat(306))
    assert.equal(toSmsText('a'.repeat(307), null), `${'a'.repeat(303)}...`)
  })

  test('fits two parts of 67 as soon as one letter is outside the alphabet', () => {
    assert.equal(toSmsText('ɔ'.repeat(134), null).length, 134)
    assert.equal(toSmsText('ɔ'.repeat(135), null), `${'ɔ'.repeat(131)}...`)
  })

  test('does not cut a sign in two', () => {
    assert.equal(toSmsText('😀'.repeat(80), null), `${'😀'.repeat(65)}...`)
  })

  test('never needs a third part, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const sms = toSmsText(text, link)
        const isPlain = /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüàΔΦΓΛΩΠΨΣΘΞ]*$/.test(sms)
        assert.ok(sms.length <= (isPlain ? 306 : 134), `${sms.length} : ${sms}`)
        assert.ok(sms.endsWith(` ${link}`))
      }),
    )
  })

  test('is counted in parts: 160 letters in one, then 153 each; 70, then 67, outside the alphabet', () => {
    const countParts = (text: string) => describeSms(text, null).parts
    assert.deepEqual(['a'.repeat(160), 'a'.repeat(161)].map(countParts), [1, 2])
    assert.deepEqual(['ɔ'.repeat(70), 'ɔ'.repeat(71)].map(countParts), [1, 2])
  })

  test('says when words did not fit, and costs one part or two, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const { text: sent, parts, isCut } = describeSms(text, link)
        assert.ok(parts === 1 || parts === 2)
        const shorter = describeSms(text.slice(0, 20), link)
        assert.ok(shorter.parts <= 2 && !shorter.isCut)
        if (isCut) assert.ok(sent.endsWith(`... ${link}`))
      }),
    )
  })
})
