import assert from 'node:assert/strict'
import { test } from 'node:test'
import communes from '#reference/communes.json' with { type: 'json' }
import { listNearby, listSimilar } from './neighbours.rules.ts'

const place = (id: string, departmentCode: string, latitude: number, category = 'ordinaire') => ({
  id,
  departmentCode,
  latitude,
  longitude: 2,
  category,
})
const glazoue = place('glazoue', 'BJ05', 8)
const others = [
  glazoue,
  place('loin-mais-du-departement', 'BJ05', 9.9),
  place('voisine', 'BJ04', 8.5),
  place('loin', 'BJ01', 11, 'particulier'),
]

test('les voisines sont du même département, ou à moins de soixante kilomètres', () => {
  assert.deepEqual(listNearby(glazoue, others), new Set(['voisine', 'loin-mais-du-departement']))
})

test('les semblables ont la même catégorie, où qu’elles soient', () => {
  assert.deepEqual(listSimilar(glazoue, others), new Set(['voisine', 'loin-mais-du-departement']))
  assert.deepEqual(listSimilar(place('autre', 'BJ09', 6, 'particulier'), others), new Set(['loin']))
})

test('aucune commune n’est sa propre voisine ; le voisinage est réciproque', () => {
  const nearby = new Map(communes.rows.map((one) => [one.id, listNearby(one, communes.rows)]))
  for (const [id, near] of nearby) {
    assert.ok(!near.has(id) && near.size > 0)
    for (const other of near) assert.ok(nearby.get(other)?.has(id))
  }
})
