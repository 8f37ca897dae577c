import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterServices, groupByDomain, type ListedService } from './service-list.rules.ts'

const create = (label: string, domain: string, lifeEvent = 'papers'): ListedService => ({
  code: label,
  label,
  domain,
  lifeEvent,
  description: '',
  targets: ['residents'],
})
const services = [
  create('Déclaration de naissance', 'civil-status', 'birth'),
  create('Copie d’acte de naissance', 'civil-status'),
  create('Droits de place', 'markets'),
]
const everything = { words: '', lifeEvent: null, target: null }

test('une recherche pardonne accents et majuscules, et lit le début des mots', () => {
  const found = filterServices(services, { ...everything, words: 'DECLAR naiss' })
  assert.deepEqual(
    found.map(({ label }) => label),
    ['Déclaration de naissance'],
  )
  assert.equal(filterServices(services, { ...everything, words: 'acte' }).length, 1)
  assert.equal(filterServices(services, { ...everything, words: 'naissances' }).length, 0)
})

test('un événement de vie et un public resserrent la liste', () => {
  assert.equal(filterServices(services, { ...everything, lifeEvent: 'birth' }).length, 1)
  assert.equal(filterServices(services, { ...everything, target: 'businesses' }).length, 0)
})

test('les domaines gardent leur ordre, et ceux qui n’ont rien disparaissent', () => {
  const groups = groupByDomain(services, ['markets', 'water', 'civil-status'])
  assert.deepEqual(
    groups.map(({ domain }) => domain),
    ['markets', 'civil-status'],
  )
  assert.equal(groups[1]?.services[0]?.label, 'Copie d’acte de naissance')
})
