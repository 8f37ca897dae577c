import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays } from '#platform/days.rules.ts'
import { type Candidate, listSimilar, type Sent, similarDays } from './similar.rules.ts'

const now = new Date('2026-11-28T08:00:00Z')
const days = (count: number) => addDays(now, -count)
const north = (meters: number) => 7.97 + meters / 111_320

const sent: Sent = {
  position: { latitude: 7.97, longitude: 2.22 },
  arrondissement: 'Glazoué',
  quartier: 'Quartier Exemple',
  nearMeters: 100,
}
const candidate = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ id, latitude: north(50), longitude: 2.22, receivedAt: days(1) },
  ...{ arrondissement: 'Glazoué', quartier: 'Quartier Exemple', ...over },
})
const idsOf = (candidates: readonly Candidate[], told = sent) =>
  listSimilar(told, candidates, now).map(({ id }) => id)

describe('est-ce déjà signalé ?', () => {
  test('près, le plus proche d’abord ; loin, non', () => {
    const found = idsOf([
      candidate('loin', { latitude: north(400) }),
      candidate('près', { latitude: north(120) }),
      candidate('tout près', { latitude: north(20) }),
    ])
    assert.deepEqual(found, ['tout près', 'près'])
  })

  test('la limite tient compte de l’arrondi des positions publiques', () => {
    assert.deepEqual(idsOf([candidate('a', { latitude: north(179) })]), ['a'])
    assert.deepEqual(idsOf([candidate('a', { latitude: north(182) })]), [])
  })

  test('deux positions connues et éloignées ne se ressemblent pas, même dans le même quartier', () => {
    assert.deepEqual(idsOf([candidate('a', { latitude: north(2000) })]), [])
  })

  test('sans position, le même quartier du même arrondissement, comment qu’il soit écrit', () => {
    const placeless = { ...sent, position: null }
    assert.deepEqual(idsOf([candidate('a', { quartier: 'QUARTIER  exemple' })], placeless), ['a'])
    assert.deepEqual(idsOf([candidate('a', { arrondissement: 'Assanté' })], placeless), [])
    assert.deepEqual(idsOf([candidate('a', { quartier: null })], placeless), [])
    assert.deepEqual(idsOf([candidate('a')], { ...placeless, quartier: ' ' }), [])
    assert.deepEqual(idsOf([candidate('a', { latitude: null, longitude: null })]), ['a'])
  })

  test('pas au-delà de deux mois', () => {
    assert.deepEqual(idsOf([candidate('a', { receivedAt: days(similarDays) })]), ['a'])
    assert.deepEqual(idsOf([candidate('a', { receivedAt: days(similarDays + 0.01) })]), [])
  })

  test('trois au plus', () => {
    const many = Array.from({ length: 9 }, (_, index) => candidate(String(index)))
    assert.equal(idsOf(many).length, 3)
  })
})
