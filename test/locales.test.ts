import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import english from '#web/locales/en.json' with { type: 'json' }

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort()

test('chaque phrase traduite garde ses valeurs, et se lit', () => {
  for (const [french, translated] of Object.entries(english)) {
    assert.deepEqual(placeholders(translated), placeholders(french), french)
    assert.ok(translated.trim().length > 0, french)
    if (french.includes('{'))
      assert.doesNotThrow(() => new IntlMessageFormat(translated, 'en'), french)
  }
})
