/** Each change of the editor changes what it says, and nothing else. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkDefinition } from '../procedures/check-definition.rules.ts'
import { compareDefinitions } from '../procedures/compare-definitions.rules.ts'
import { anyDefinition, stand } from '../procedures/procedure.fixture.ts'
import {
  addScreen,
  createCode,
  findField,
  moveElement,
  moveToScreen,
  putField,
  removeElement,
} from './edit-definition.rules.ts'

const codesOf = (definition: typeof stand) =>
  definition.pages.map((page) => page.fields.map(({ code }) => code))

describe('changer une démarche', () => {
  test('un code neuf convient toujours, et ne sert qu’une fois', () => {
    fc.assert(
      fc.property(anyDefinition, fc.string(), (definition, label) => {
        const code = createCode(definition, label)
        assert.match(code, /^[a-z][a-zA-Z0-9]{0,39}$/)
        const added = addScreen(definition, label)
        assert.equal(added.pages.at(-1)?.code, code)
        assert.notEqual(createCode(added, label), code)
      }),
    )
    assert.equal(createCode(stand, 'Nom de l’enfant'), 'nomDeLEnfant')
    assert.equal(createCode(stand, 'Nom'), 'nom2')
    assert.equal(createCode(stand, '2e témoin'), 'q2eTemoin')
  })

  test('monter puis descendre ramène au départ ; au bord rien ne bouge', () => {
    const moved = moveElement(stand, 'qualite', 'up')
    assert.deepEqual(codesOf(moved)[0], ['accueil', 'qualite', 'nom', 'ifu', 'effectif'])
    assert.deepEqual(moveElement(moved, 'qualite', 'down'), stand)
    assert.deepEqual(moveElement(stand, 'accueil', 'up'), stand)
    assert.deepEqual(moveElement(stand, 'quoi', 'down'), stand)
    assert.deepEqual(moveElement(stand, 'inconnu', 'up'), stand)
  })

  test('les lignes d’un bloc bougent dans leur bloc', () => {
    const moved = moveElement(stand, 'motif', 'up')
    const block = findField(moved, 'etals')?.field
    assert.ok(block?.type === 'block')
    assert.deepEqual(
      block.fields.map(({ code }) => code),
      ['motif', 'metres'],
    )
  })

  test('bouger ne perd et ne double jamais rien', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(8), fc.boolean(), (definition, index, isUp) => {
        const moved = moveElement(definition, `f${index}`, isUp ? 'up' : 'down')
        assert.deepEqual(codesOf(moved).flat().sort(), codesOf(definition).flat().sort())
      }),
    )
  })

  test('une question change d’écran entière, et y vient en dernier', () => {
    const moved = moveToScreen(stand, 'ifu', 'quoi')
    assert.deepEqual(codesOf(moved), [
      ['accueil', 'nom', 'qualite', 'effectif'],
      ['etals', 'ifu'],
    ])
    assert.deepEqual(moveToScreen(stand, 'metres', 'qui'), stand)
    assert.deepEqual(moveToScreen(stand, 'ifu', 'qui'), stand)
  })

  test('retirer une question que d’autres lisent se voit aussitôt', () => {
    const without = removeElement(stand, 'qualite')
    assert.ok(checkDefinition(without).some(({ message }) => message.includes('qualite')))
    assert.equal(removeElement(stand, 'quoi').pages.length, 1)
  })

  test('récrire une question ne touche qu’elle', () => {
    const field = { code: 'metres', label: 'Largeur', type: 'number', isRequired: true } as const
    const changes = compareDefinitions(stand, putField(stand, 'etals', field))
    assert.deepEqual(
      changes.map(({ kind, code }) => `${kind} ${code}`),
      ['changed metres'],
    )
  })
})
