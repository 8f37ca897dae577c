import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addCatalogue, currentLocale, inLocale, listLocales, t } from './i18n.ts'

addCatalogue('en', {
  Besoins: 'Needs',
  '{count, plural, one {# besoin} other {# besoins}}':
    '{count, plural, one {# need} other {# needs}}',
})

describe('a sentence', () => {
  test('is French where nothing else was asked', () => {
    assert.equal(t('Besoins'), 'Besoins')
    assert.equal(
      inLocale('fon', () => t('Besoins')),
      'Besoins',
    )
    assert.deepEqual(listLocales(), ['fr', 'en'])
  })

  test('is translated for the page in another language, and stays French when it is not yet', () => {
    const said = inLocale('en', () => [t('Besoins'), t('Solutions'), currentLocale()])
    assert.deepEqual(said, ['Needs', 'Solutions', 'en'])
  })

  test('counts as its language does: in French zero is singular', () => {
    const said = (count: number) =>
      t('{count, plural, one {# besoin} other {# besoins}}', { count })
    assert.deepEqual([0, 1, 2].map(said), ['0 besoin', '1 besoin', '2 besoins'])
    const inEnglish = inLocale('en', () => [0, 1, 2].map(said))
    assert.deepEqual(inEnglish, ['0 needs', '1 need', '2 needs'])
  })

  test('keeps a value as it is, signs included', () => {
    assert.equal(t('Bonjour {name}', { name: '<b>{x}</b>' }), 'Bonjour <b>{x}</b>')
    assert.equal(t('a < b et l’état {name}', { name: 'x' }), 'a < b et l’état x')
  })
})

describe('the language of a page', () => {
  test('ends with the page, even when it fails', () => {
    assert.throws(() =>
      inLocale('en', () => {
        throw new Error('broken')
      }),
    )
    assert.equal(currentLocale(), 'fr')
  })

  test('holds while the work waits, for each of those who wait', async () => {
    const load = async (locale: string) =>
      inLocale(locale, async () => {
        await sleep(1)
        return [await Promise.resolve(t('Besoins')), currentLocale()]
      })
    assert.deepEqual(await Promise.all([load('en'), load('fr'), load('en')]), [
      ['Needs', 'en'],
      ['Besoins', 'fr'],
      ['Needs', 'en'],
    ])
    assert.equal(currentLocale(), 'fr')
  })

  test('comes back after a part in another one', () => {
    const spoken = inLocale('en', () => [inLocale('fr', currentLocale), currentLocale()])
    assert.deepEqual(spoken, ['fr', 'en'])
  })
})
