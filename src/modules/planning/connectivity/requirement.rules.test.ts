import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deliveredAssumptions as assumptions } from './connectivity.fixture.ts'
import { computeRequirement, listServiceRequirements } from './requirement.rules.ts'

const solution = (name: string, minConnectivity: string, worksOffline = false) => ({
  name,
  minConnectivity,
  worksOffline,
})

describe('le débit que demande un lieu', () => {
  test('l’usage du lieu suffit tant qu’aucune solution ne demande plus', () => {
    assert.deepEqual(computeRequirement('mairie', [solution('Légère', '4g')], assumptions), {
      kbps: 10_000,
      solution: null,
    })
  })

  test('la solution la plus exigeante l’emporte, et elle est nommée', () => {
    const used = [solution('Moyenne', '4g'), solution('Lourde', 'fibre')]
    assert.deepEqual(computeRequirement('mairie', used, assumptions), {
      kbps: 20_000,
      solution: 'Lourde',
    })
  })

  test('une solution qui fonctionne hors ligne ne demande qu’un envoi de temps en temps', () => {
    const { kbps } = computeRequirement('mairie', [solution('Lourde', 'fibre', true)], assumptions)
    assert.equal(kbps, 10_000)
  })

  test('un bureau d’arrondissement ne suit que son usage', () => {
    const { kbps } = computeRequirement('arrondissement', [solution('L', 'fibre')], assumptions)
    assert.equal(kbps, 2000)
  })
})

test('un service demande de la moins à la plus exigeante des solutions qui le couvrent', () => {
  const found = listServiceRequirements([
    { ...solution('A', '3g'), services: ['markets', 'waste'] },
    { ...solution('B', 'fibre', true), services: ['markets'] },
    { ...solution('C', 'none'), services: ['waste'] },
  ])
  assert.deepEqual(found, [
    { service: 'markets', solutions: 2, least: '2g', most: '3g' },
    { service: 'waste', solutions: 2, least: 'none', most: '3g' },
  ])
})
