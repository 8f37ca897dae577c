import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.rules.ts'

test('accents, capitales, ligatures et apostrophes se valent', () => {
  assert.equal(fold('L’Œuvre d’Été').text, "l'oeuvre d'ete")
  assert.equal(fold('e\u0301cole').text, 'ecole')
  assert.equal(fold('Office\u00a0365').text, 'office 365')
})

test('chaque lettre sait d’où elle vient, les ligatures et les émoticônes comprises', () => {
  const { text, positions } = fold('👩 Œuf')
  assert.equal(text, '👩 oeuf')
  assert.deepEqual(positions, [0, 0, 2, 3, 3, 4, 5, 6])
})

test('les positions avancent toujours, et finissent à la fin du texte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const { text, positions } = fold(typed)
      assert.equal(positions.length, text.length + 1)
      assert.equal(positions.at(-1), typed.length)
      assert.deepEqual(
        positions,
        positions.toSorted((a, b) => a - b),
      )
    }),
  )
})
