import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import communes from '#reference/communes.json' with { type: 'json' }
import { countSlips, filterCommunes, levelOf, readFilter } from './commune-filter.rules.ts'

const find = (words: string) =>
  filterCommunes(communes.rows, { words, department: '', category: '' }).map(({ name }) => name)

test('une commune se trouve sans accent, sous son autre nom, et malgré une faute', () => {
  assert.deepEqual(find('glazoue'), ['Glazoué'])
  assert.ok(find('Sèmè-Podji').some((name) => name.startsWith('Sèmè')))
  assert.ok(find('houeyogbe').includes('Houéyogbé'))
  assert.ok(find('natitingu').includes('Natitingou'))
  assert.deepEqual(find('zzzzzz'), [])
})

test('les filtres se combinent', () => {
  const particular = filterCommunes(communes.rows, {
    words: '',
    department: '',
    category: 'particulier',
  })
  assert.equal(particular.length, 4)
  assert.deepEqual(
    filterCommunes(communes.rows, { words: 'parakou', department: 'BJ01', category: '' }),
    [],
  )
})

test('une adresse hostile ne filtre que par du texte', () => {
  assert.deepEqual(readFilter({ q: ['a', 'b'], departement: undefined }), {
    words: 'a',
    department: '',
    category: '',
  })
})

test('le nombre de fautes est une distance', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      assert.equal(countSlips(a, b), countSlips(b, a))
      assert.equal(countSlips(a, a), 0)
      assert.ok(countSlips(a, b) <= Math.max(a.length, b.length))
    }),
  )
})

test('les niveaux de la carte croissent avec les usages', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 40].map(levelOf), [0, 1, 2, 3, 3, 4, 4])
})
