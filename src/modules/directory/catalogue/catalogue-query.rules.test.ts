import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  accumulate,
  facetNames,
  readSearch,
  splitWords,
  writeComparison,
  writeSearch,
} from './catalogue-query.rules.ts'
import { type Cursor, type Sort, sorts } from './cursor.rules.ts'

const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
const id = '018f0000-0000-7000-8000-00000000a9cb'
const keys: Record<Sort, string> = {
  pertinence: '0.0607927',
  recentes: '2026-11-23 09:00:00.25+00',
  nom: 'Éàé ½',
  utilisees: '12',
  notees: '4.50',
}

const readAddress = (address: string) => {
  const query: Record<string, string[]> = {}
  for (const [name, one] of new URL(address, 'http://x').searchParams)
    query[name] = [...(query[name] ?? []), one]
  return readSearch(query)
}

test('une recherche écrite puis relue est la même', () => {
  const search = fc.record({
    words: fc.stringMatching(/^[a-z]{1,12}$/),
    chosen: fc.record(
      Object.fromEntries(
        facetNames.map((name) => [name, fc.uniqueArray(value, { maxLength: 4 })]),
      ) as Record<(typeof facetNames)[number], fc.Arbitrary<string[]>>,
    ),
    sort: fc.constantFrom(...sorts),
    compared: fc.uniqueArray(value, { maxLength: 4 }),
  })
  fc.assert(
    fc.property(search, fc.boolean(), (wanted, isNext) => {
      const after: Cursor | null = isNext ? { key: keys[wanted.sort], id } : null
      const full = { ...wanted, chosen: { ...wanted.chosen }, after, before: null }
      assert.deepEqual(readAddress(writeSearch(full, after ? { after } : {})), full)
    }),
  )
})

test('ce qui n’est pas compris est ignoré', () => {
  const search = readSearch({ tri: 'absurde', domaine: ['<script>', 'markets'], apres: '???' })
  assert.equal(search.sort, 'recentes')
  assert.deepEqual(search.chosen.domaine, ['markets'])
  assert.equal(search.after, null)
})

test('sans mot, rien n’est plus pertinent : les plus récentes viennent d’abord', () => {
  assert.equal(readSearch({ tri: 'pertinence' }).sort, 'recentes')
  assert.equal(readSearch({ q: 'marché' }).sort, 'pertinence')
  assert.equal(readSearch({ q: 'marché', tri: 'nom' }).sort, 'nom')
})

test('les mots d’une recherche perdent ce qui les joint, jamais leurs accents', () => {
  assert.deepEqual(splitWords('Droits de place, « marché » (l’été)'), [
    'droits',
    'de',
    'place',
    'marché',
    'été',
  ])
  assert.deepEqual(splitWords("'); drop table | & ! :*"), ['drop', 'table'])
})

test('« au plus la 3G » compte aussi ce qui demande moins', () => {
  const counts = accumulate(
    ['none', '2g', '3g'],
    new Map([
      ['none', 2],
      ['3g', 5],
    ]),
  )
  assert.deepEqual([...counts.values()], [2, 2, 7])
})

test('l’adresse d’une comparaison nomme les solutions dans l’ordre', () => {
  assert.equal(writeComparison(['b', 'a']), '/comparer?s=b&s=a')
  assert.equal(writeComparison([]), '/comparer')
})
