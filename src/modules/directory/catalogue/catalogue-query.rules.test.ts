import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  decodeCursor,
  encodeCursor,
  facetNames,
  readSearch,
  sorts,
  writeSearch,
} from './catalogue-query.rules.ts'

const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/)

test('une recherche écrite puis relue est la même', () => {
  const search = fc.record({
    words: fc.stringMatching(/^[a-z]{0,12}$/),
    chosen: fc.record(
      Object.fromEntries(
        facetNames.map((name) => [name, fc.uniqueArray(value, { maxLength: 4 })]),
      ) as Record<(typeof facetNames)[number], fc.Arbitrary<string[]>>,
    ),
    sort: fc.constantFrom(...sorts),
  })
  fc.assert(
    fc.property(search, (wanted) => {
      const full = { ...wanted, chosen: { ...wanted.chosen }, after: null, before: null }
      const query: Record<string, string[]> = {}
      for (const [name, one] of new URL(writeSearch(full), 'http://x').searchParams)
        query[name] = [...(query[name] ?? []), one]
      assert.deepEqual(readSearch(query), full)
    }),
  )
})

test('un curseur survit à l’aller et retour, un texte quelconque n’en est pas un', () => {
  const cursor = { key: 'Éàé ½', id: '018f0000-0000-7000-8000-00000000a9cb' }
  assert.deepEqual(decodeCursor(encodeCursor(cursor)), cursor)
  for (const text of ['', 'x', '%00', encodeCursor({ key: 'a', id: "1' or 1=1" }), 'WzEsMl0'])
    assert.equal(decodeCursor(text), null, text)
})

test('ce qui n’est pas compris est ignoré', () => {
  const search = readSearch({ tri: 'absurde', domaine: ['<script>', 'markets'], apres: '???' })
  assert.equal(search.sort, 'recentes')
  assert.deepEqual(search.chosen.domaine, ['markets'])
  assert.equal(search.after, null)
})
