import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkNeedWording } from './wording.rules.ts'

const blank = {
  title: '',
  problem: '',
  currentSituation: '',
  beneficiaries: '',
  expectedOutcome: '',
  otherConstraints: '',
}
const check = (problem: string, productNames: string[] = []) =>
  checkNeedWording({ ...blank, problem }, { productNames })
const kinds = (problem: string, productNames?: string[]) =>
  check(problem, productNames).map(({ kind }) => kind)

describe('nommer un produit', () => {
  test('une marque est signalée, quelle que soit la casse, mais pas dans un autre mot', () => {
    assert.deepEqual(
      check('Il faut des PC Dell et WINDOWS.').map(({ excerpt }) => excerpt),
      ['Dell', 'WINDOWS'],
    )
    assert.deepEqual(kinds('Le modèle sapiens et la hache'), [])
  })

  test('les noms du catalogue aussi, accents ou non', () => {
    assert.deepEqual(
      check('Nous pensons à Tickèt Marché.', ['Ticket Marché']).map(({ excerpt }) => excerpt),
      ['Tickèt Marché'],
    )
  })

  test('« ou équivalent » lève le signalement', () => {
    assert.deepEqual(kinds('Un tableur Excel ou équivalent.'), [])
  })
})

describe('discriminer', () => {
  for (const text of [
    'Uniquement les entreprises du département',
    'Des entreprises de nationalité béninoise',
    'Justifier d’au moins cinq ans d’expérience',
    'Un chiffre d’affaires de 50 millions',
    'Ayant déjà travaillé avec la commune',
    'Agents de sexe masculin',
  ]) {
    test(text, () => assert.ok(kinds(text).includes('discrimination')))
  }
})

test('l’outil avant le problème, et les mots qui ne se vérifient pas', () => {
  assert.deepEqual(kinds('Nous voulons une application.'), ['solutionFirst'])
  assert.deepEqual(kinds('Un outil performant, rapide, etc.'), ['vague', 'vague'])
})

test('un besoin bien dit n’est pas signalé', () => {
  const text =
    'Les tickets du marché sont vendus à la main : une partie des recettes se perd et personne ne connaît le total du jour.'
  assert.deepEqual(kinds(text), [])
})

test('les positions désignent toujours l’extrait dans le texte tapé', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'é',
      'Œ',
      'Dell',
      ' ',
      'ﬁ',
      '👩🏾‍🌾',
      'uniquement les entreprises',
      'İ',
      'etc',
      '’',
      'windows',
      'x',
    ),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(pieces, (words) => {
      const text = words.join('')
      for (const { start, end, excerpt } of check(text, ['Éclat'])) {
        assert.equal(text.slice(start, end), excerpt)
        assert.ok(end > start)
      }
    }),
  )
})
