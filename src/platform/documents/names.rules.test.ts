import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameArticle, nameCommune, nameDepartment } from './names.rules.ts'

test('a commune’s name takes its little word', () => {
  const said = ['Houéyogbé', 'Abomey', 'Ouidah', 'Ifangni', 'Aguégués', 'N’Dali'].map(nameCommune)
  assert.deepEqual(said, [
    'Commune de Houéyogbé',
    'Commune d’Abomey',
    'Commune de Ouidah',
    'Commune d’Ifangni',
    'Commune des Aguégués',
    'Commune de N’Dali',
  ])
})

test('so does a department’s', () => {
  const said = ['Mono', 'Ouémé', 'Alibori', 'Collines', 'Donga', 'Littoral'].map(nameDepartment)
  assert.deepEqual(said, [
    'Département du Mono',
    'Département de l’Ouémé',
    'Département de l’Alibori',
    'Département des Collines',
    'Département de la Donga',
    'Département du Littoral',
  ])
})

test('only the first article is « 1er »', () => {
  assert.equal(nameArticle(1), 'Article 1er')
  assert.equal(nameArticle(21), 'Article 21')
})
