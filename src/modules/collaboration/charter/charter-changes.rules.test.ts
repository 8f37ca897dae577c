import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareCharters } from './charter-changes.rules.ts'

const point = (key: string, guidance = 'Dites qui décide') => ({
  key,
  title: key,
  guidance,
  example: '',
  source: '',
  isMandatory: true,
})

test('un point nouveau, un point retiré, un point réécrit, un point inchangé', () => {
  const before = [point('a'), point('b'), point('c')]
  const after = [point('a'), point('c', 'Nommez des fonctions'), point('d')]
  assert.deepEqual(
    compareCharters(before, after).map(({ kind, before: old, after: fresh }) => [
      kind,
      (fresh ?? old)?.key,
    ]),
    [
      ['same', 'a'],
      ['changed', 'c'],
      ['added', 'd'],
      ['removed', 'b'],
    ],
  )
})

test('rendre un point facultatif est un changement', () => {
  const [change] = compareCharters([point('a')], [{ ...point('a'), isMandatory: false }])
  assert.equal(change?.kind, 'changed')
})

const lists = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .map((keys) => keys.map((key) => point(key)))

test('chaque point de l’une ou l’autre version paraît une fois, et une seule', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const keys = compareCharters(before, after).map((one) => (one.after ?? one.before)?.key)
      const expected = new Set([...before, ...after].map(({ key }) => key))
      assert.equal(keys.length, expected.size)
      assert.deepEqual(new Set(keys), expected)
    }),
  )
})
