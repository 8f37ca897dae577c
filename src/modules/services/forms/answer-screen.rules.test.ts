/** Sending a screen: going on, going back, one line more, one less. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { facts, stand } from '../procedures/procedure.fixture.ts'
import type { Answers } from '../procedures/procedure.types.ts'
import { answerScreen, nameErrors } from './answer-screen.rules.ts'
import type { Typed } from './read-answers.fields.ts'

function send(number: 0 | 1, typed: Typed, stored: Answers = {}) {
  const page = stand.pages[number]
  assert.ok(page)
  return answerScreen({ definition: stand, page, stored, facts }, typed)
}

const person = { nom: 'Sika', qualite: 'person' }

describe('un écran envoyé', () => {
  test('mène au suivant, et le dernier à la relecture', () => {
    const first = send(0, { shown: 'nom,qualite', ...person })
    assert.deepEqual([first.errors, first.next], [{}, { page: 'quoi' }])
    const typed = { shown: 'etals,etals.1.metres', 'etals.rows': '1', 'etals.1.metres': '4' }
    const last = send(1, typed, person)
    assert.deepEqual([last.errors, last.next], [{}, null])
  })

  test('ne passe pas tant qu’une réponse manque, et dit laquelle', () => {
    const { errors } = send(0, { shown: 'nom,qualite', nom: '' })
    assert.deepEqual(Object.keys(errors), ['nom', 'qualite'])
  })

  test('nomme chaque question à corriger, et laisse ce qui est dit de tout l’écran', () => {
    const named = nameErrors(stand, { 'etals.1.metres': 'Indiquez un nombre', form: 'Rechargez' })
    assert.match(named['etals.1.metres'] ?? '', /^« Mètres » : Indiquez un nombre$/)
    assert.equal(named.form, 'Rechargez')
  })

  test('montre d’abord les questions que ses réponses appellent', () => {
    const { errors } = send(0, { shown: 'nom,qualite', nom: 'Étoile', qualite: 'company' })
    assert.match(errors.form ?? '', /« IFU »/)
    const rows = { 'etals.rows': '1', 'etals.1.metres': '15' }
    const inRow = send(1, { shown: 'etals,etals.1.metres', ...rows }, person)
    assert.match(inRow.errors.form ?? '', /« Pourquoi si grand »/)
  })

  test('revient sans rien vérifier ni rien perdre', () => {
    const typed = { shown: 'etals,etals.1.metres', 'etals.rows': '1', 'etals.1.metres': 'dix' }
    const back = send(1, { ...typed, aller: 'retour' }, person)
    assert.deepEqual([back.errors, back.next], [{}, { page: 'qui' }])
    assert.deepEqual(back.answers.etals, [{ metres: 'dix' }])
    assert.deepEqual(send(0, { shown: 'nom', nom: 'Sika', aller: 'retour' }).next, { page: 'qui' })
  })

  test('ajoute une ligne où l’on va écrire, jusqu’au plus permis', () => {
    const typed = { shown: 'etals,etals.1.metres', 'etals.rows': '1', 'etals.1.metres': '4' }
    const added = send(1, { ...typed, ajouter: 'etals' }, person)
    assert.deepEqual(added.answers.etals, [{ metres: 4 }, {}])
    assert.deepEqual(added.next, { page: 'quoi', field: 'etals.2.metres' })
    const full = send(1, { shown: 'etals', 'etals.rows': '3', ajouter: 'etals' }, person)
    assert.equal((full.answers.etals as readonly unknown[]).length, 3)
  })

  test('retire la ligne que l’on désigne, et elle seule', () => {
    const typed = {
      shown: 'etals,etals.1.metres,etals.2.metres',
      ...{ 'etals.rows': '2', 'etals.1.metres': '4', 'etals.2.metres': '7' },
    }
    assert.deepEqual(send(1, { ...typed, retirer: 'etals.1' }).answers.etals, [{ metres: 7 }])
    for (const forged of ['etals', 'etals.9', 'nom.1', '__proto__.1'])
      assert.equal((send(1, { ...typed, retirer: forged }).answers.etals as []).length, 2, forged)
  })
})
