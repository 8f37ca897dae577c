import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { listTicked, mergeAnswer, mergeField, type Versions } from './answer-merge.rules.ts'

/** What is stored once merged. */
const keep = (versions: Versions) =>
  mergeField(versions) === 'write' ? versions.typed : versions.stored

const text = fc.constantFrom('', '1', '2', '3')
const versions = fc.record({ seen: text, stored: text, typed: text })

describe('plusieurs personnes répondent à la fois', () => {
  test('ce qu’on n’a pas touché ne recouvre jamais ce qu’un collègue a changé', () => {
    fc.assert(
      fc.property(text, text, (seen, stored) => {
        assert.equal(mergeField({ seen, stored, typed: seen }), 'same')
        assert.equal(keep({ seen, stored, typed: seen }), stored)
      }),
    )
  })

  test('ce qu’on a changé est écrit quand personne d’autre ne l’a changé', () => {
    fc.assert(
      fc.property(text, text, (seen, typed) => {
        assert.equal(keep({ seen, stored: seen, typed }), typed)
      }),
    )
  })

  test('deux changements différents ne sont jamais départagés sans le dire', () => {
    fc.assert(
      fc.property(versions, ({ seen, stored, typed }) => {
        const differ = seen !== stored && seen !== typed && stored !== typed
        assert.equal(mergeField({ seen, stored, typed }) === 'conflict', differ)
      }),
    )
  })

  test('l’un répond, l’autre commente : les deux sont gardés', () => {
    const answer = { seen: '', stored: '3', typed: '' }
    const comment = { seen: '', stored: '', typed: 'vu' }
    assert.equal(mergeAnswer(answer, comment), 'write')
    assert.deepEqual([keep(answer), keep(comment)], ['3', 'vu'])
  })

  test('une case cochée n’est écrite que par qui l’a touchée', () => {
    const codes = ['a', 'b', 'c']
    assert.deepEqual(listTicked(codes, new Set(['a', 'b']), new Set(['b', 'c'])), [
      { code: 'a', isTicked: false },
      { code: 'c', isTicked: true },
    ])
    assert.deepEqual(listTicked(codes, new Set(['a']), new Set(['a', 'z'])), [])
  })
})
