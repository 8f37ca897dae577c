import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareTexts, type Piece } from './text-difference.rules.ts'

const join = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('un mot changé se voit, le reste ne bouge pas', () => {
  assert.deepEqual(
    compareTexts(
      'Le prix de la maintenance est de 100 FCFA par an',
      'Le prix de la maintenance est de 120 FCFA par an',
    ),
    [
      { kind: 'same', text: 'Le prix de la maintenance est de ' },
      { kind: 'removed', text: '100' },
      { kind: 'added', text: '120' },
      { kind: 'same', text: ' FCFA par an' },
    ],
  )
})

test('une date change entière : ses morceaux diraient moins', () => {
  assert.deepEqual(compareTexts('30 novembre 2026', '5 décembre 2026'), [
    { kind: 'removed', text: '30 novembre 2026' },
    { kind: 'added', text: '5 décembre 2026' },
  ])
})

test('deux textes égaux ne montrent aucun changement', () => {
  assert.deepEqual(compareTexts('Rien ne change', 'Rien ne change'), [
    { kind: 'same', text: 'Rien ne change' },
  ])
  assert.deepEqual(compareTexts('', ''), [])
})

const texts = fc
  .array(fc.constantFrom('le', 'la', 'prix', 'délai', ' ', '\n', 'commune'), { maxLength: 60 })
  .map((words) => words.join(''))

test('les morceaux redonnent chacun des deux textes', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = compareTexts(before, after)
      assert.equal(join(pieces, 'added'), before)
      assert.equal(join(pieces, 'removed'), after)
    }),
  )
})

test('de très longs textes se comparent encore', () => {
  const long = Array.from({ length: 5000 }, (_, index) => `mot${index}`).join(' ')
  const other = Array.from({ length: 5000 }, (_, index) => `mot${index * 3}`).join(' ')
  assert.equal(join(compareTexts(long, other), 'removed'), other)
})
