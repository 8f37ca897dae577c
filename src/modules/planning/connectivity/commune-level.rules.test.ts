import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { communeLevels, computeLevel, medianLevel, rankCommunes } from './commune-level.rules.ts'

const figures = {
  ...{ sites: 3, halls: 1, hallsConnected: 1, hallsMeasured: 1, hallsMet: 1 },
  ...{ connected: 2, met: 2 },
}

describe('le niveau d’une commune', () => {
  test('chaque marche s’atteint, et se lit', () => {
    const steps = [
      undefined,
      { ...figures, connected: 0, met: 0 },
      { ...figures, hallsConnected: 0, hallsMeasured: 0, hallsMet: 0 },
      { ...figures, hallsMeasured: 0, hallsMet: 0 },
      { ...figures, hallsMet: 0 },
      figures,
      { ...figures, met: 3 },
    ]
    assert.deepEqual(steps.map(computeLevel), [null, 0, 1, 2, 3, 4, 5])
    assert.deepEqual(communeLevels.map(({ level }) => level).reverse(), [null, 0, 1, 2, 3, 4, 5])
  })

  test('le classement va du mieux au moins bien ; l’inconnu vient après tout le reste', () => {
    const row = (name: string, level: 0 | 4 | null, met: number, hallKbps: number | null) => ({
      ...{ name, level, met, sites: 4, hallKbps },
    })
    const rows = [
      row('Inconnue', null, 0, null),
      row('Zéro', 0, 0, null),
      row('Lente', 4, 2, 10_000),
      row('Vive', 4, 2, 20_000),
      row('Presque', 4, 3, 5000),
    ]
    const names = rankCommunes(rows).map(({ name }) => name)
    assert.deepEqual(names, ['Presque', 'Vive', 'Lente', 'Zéro', 'Inconnue'])
  })

  test('un département a le niveau du milieu de ses communes connues', () => {
    assert.equal(medianLevel([null, 5, 0, 3]), 3)
    assert.equal(medianLevel([null]), null)
  })
})
