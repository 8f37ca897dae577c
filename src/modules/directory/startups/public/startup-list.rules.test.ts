import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readStartupSearch, writeStartupSearch } from './startup-list.rules.ts'

test('une recherche de startups écrite puis relue est la même', () => {
  const after = { key: 'Akwaba Numérique', id: '018f0000-0000-7000-8000-00000000a9cb' }
  const search = { words: 'déchets', domain: 'waste', isLabelled: true, after }
  const query = Object.fromEntries(new URL(writeStartupSearch(search), 'http://x').searchParams)
  assert.deepEqual(readStartupSearch(query), search)
})

test('une adresse abîmée montre la première page', () => {
  assert.equal(readStartupSearch({ apres: 'Akwaba' }).after, null)
  assert.equal(writeStartupSearch(readStartupSearch({})), '/startups')
})
