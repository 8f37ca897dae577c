import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { listSentences } from '../script/list-sentences.ts'
import english from '../src/web/locales/en.json' with { type: 'json' }

/** The values a sentence names: « count » in « {count, plural, one {# besoin} other {# besoins}} ». */
function listValues(sentence: string): string[] {
  const outside = sentence.replace(/(=\d+|\bone|\bother)\s*\{[^{}]*\}/g, '')
  const names = [...outside.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? '')
  return [...new Set(names)].sort()
}

describe('l’anglais, seconde langue', () => {
  test('a chaque phrase de l’interface', () => {
    const catalogue: Readonly<Record<string, string>> = english
    const missing = [...listSentences()].filter(([sentence]) => !catalogue[sentence])
    assert.deepEqual(
      missing.map(([sentence, file]) => `${file}: ${sentence}`),
      [],
    )
  })

  test('garde les valeurs de chaque phrase, et se lit', () => {
    for (const [french, text] of Object.entries(english)) {
      assert.deepEqual(listValues(text), listValues(french), french)
      new IntlMessageFormat(text, 'en')
    }
  })
})
