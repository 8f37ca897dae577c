import assert from 'node:assert/strict'
import { test } from 'node:test'
import communes from '#reference/communes.json' with { type: 'json' }
import { afterDe, afterOf } from './elision.rules.ts'
import { addCatalogue, inLocale } from './i18n.ts'

test('of the 77 communes, those that begin with a vowel are elided, but not with the sound of « w »', () => {
  const elided = communes.rows
    .map(({ name }) => name)
    .filter((name) => afterDe(name).startsWith('d’'))
  assert.deepEqual(elided.sort(), [
    'Abomey',
    'Abomey-Calavi',
    'Adja-Ouèrè',
    'Adjarra',
    'Adjohoun',
    'Agbangnizoun',
    'Akpro-Missérété',
    'Allada',
    'Aplahoué',
    'Athiémé',
    'Avrankou',
    'Ifangni',
  ])
})

test('the Aguégués are several, in French only', () => {
  addCatalogue('en', { 'de {name}': 'of {name}' })
  assert.equal(afterOf('Aguégués'), 'des Aguégués')
  assert.equal(
    inLocale('en', () => afterOf('Aguégués')),
    'of Aguégués',
  )
  assert.equal(
    inLocale('en', () => afterDe('Avrankou')),
    'd’Avrankou',
  )
})
