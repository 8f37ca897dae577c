import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listSentences } from '../../script/list-sentences.ts'
import english from '../../src/web/locales/en.json' with { type: 'json' }

const catalogue: Readonly<Record<string, string>> = english
const sentences = listSentences()

/** The names between braces: what is interpolated must be the same in both languages. */
function listArguments(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? '')
  return [...new Set(names)].sort()
}

/** Inside a plural, a word alone in braces is a form and not an argument. */
const withoutForms = (text: string) => text.replace(/(=\d+|one|other)\s*\{[^{}]*\}/g, '')

describe('English, the second language', () => {
  test('has every sentence of the interface', () => {
    const missing = [...sentences].filter(([sentence]) => !catalogue[sentence])
    assert.deepEqual(
      missing.map(([sentence, file]) => `${file}: ${sentence}`),
      [],
    )
  })

  test('says the same numbers and names as French', () => {
    const different = [...sentences.keys()].filter((sentence) => {
      const said = catalogue[sentence] ?? sentence
      return (
        listArguments(withoutForms(sentence)).join() !== listArguments(withoutForms(said)).join()
      )
    })
    assert.deepEqual(different, [])
  })
})
