import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClient } from './price-client.rules.ts'

const communes = [
  { id: '1', slug: 'glazoue' },
  { id: '2', slug: 'bohicon' },
]

test('le prix se calcule pour la commune choisie, sinon pour la sienne', () => {
  assert.equal(readClient({ commune: 'bohicon' }, communes, '1').commune, 'bohicon')
  assert.equal(readClient({}, communes, '1').commune, 'glazoue')
  assert.equal(readClient({}, communes, undefined).commune, '')
  assert.equal(readClient({ commune: 'ailleurs' }, communes, '1').commune, '')
})

test('un nombre d’utilisateurs qui n’en est pas un est ignoré', () => {
  const users = (typed: string) => readClient({ utilisateurs: typed }, communes, undefined).users
  assert.equal(users('12'), 12)
  for (const typed of ['', '0', '-3', '1e9', '12345678', 'douze']) assert.equal(users(typed), null)
})
