import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CountedGroup, countChoices } from './facet-counts.rules.ts'

/** Somebody ticked « Marchés » and « Hors ligne » : what is left, and what misses one of the two. */
const groups: CountedGroup[] = [
  { respect: 'total', value: '', missed: null, count: 3 },
  { respect: 'total', value: '', missed: 'domaine', count: 5 },
  { respect: 'domaine', value: 'markets', missed: null, count: 3 },
  { respect: 'domaine', value: 'waste', missed: null, count: 3 },
  { respect: 'domaine', value: 'waste', missed: 'domaine', count: 5 },
  { respect: 'domaine', value: 'markets', missed: 'atout', count: 7 },
  { respect: 'atout', value: 'hors-ligne', missed: null, count: 3 },
  { respect: 'atout', value: 'label', missed: 'atout', count: 7 },
  { respect: 'connexion', value: '2g', missed: null, count: 3 },
]

test('une réponse compte ce que laissent les autres facettes, la sienne mise à part', () => {
  const { total, of } = countChoices(groups)
  assert.equal(total, 3)
  assert.equal(of.domaine.get('markets'), 3)
  assert.equal(of.domaine.get('waste'), 8)
})

test('les atouts s’ajoutent : chacun compte parmi ce qui les a déjà tous', () => {
  const { of } = countChoices(groups)
  assert.equal(of.atout.get('hors-ligne'), 3)
  assert.equal(of.atout.get('label'), undefined)
})

test('une connexion permet tout ce qui demande moins qu’elle', () => {
  const { of } = countChoices(groups)
  assert.deepEqual(
    [...of.connexion],
    [
      ['none', 0],
      ['2g', 3],
      ['3g', 3],
      ['4g', 3],
      ['fibre', 3],
    ],
  )
})
