import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { t } from '#platform/i18n.ts'
import { anyNeed, anySolution, market, tickets } from './glazoue-market.fixture.ts'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'
import { isBlocked, listPrerequisites } from './prerequisites.rules.ts'

function read(code: string, need: Partial<NeedFacts>, solution: Partial<SolutionFacts>) {
  const found = listPrerequisites({ ...market, ...need }, { ...tickets, ...solution }).find(
    (one) => one.code === code,
  )
  return found && ([found.isMet, t(found.text, found.values ?? {})] as const)
}

describe('La connexion', () => {
  test('suffit quand elle fait au moins ce qui est demandé', () => {
    assert.deepEqual(read('connectivity', {}, {}), [
      true,
      'Connexion suffisante : 2G demandée, 3G disponible',
    ])
    assert.deepEqual(read('connectivity', {}, { minConnectivity: '4g' }), [
      false,
      'Connexion insuffisante : 4G demandée, 3G disponible',
    ])
    assert.deepEqual(read('connectivity', { connectivity: 'none' }, {}), [
      false,
      'Connexion insuffisante : 2G demandée, aucune disponible',
    ])
  })

  test('inconnue, n’empêche rien et se dit', () => {
    const [isMet, text] = read('connectivity', { connectivity: null }, {}) ?? []
    assert.equal(isMet, null)
    assert.match(text ?? '', /inconnue/)
  })

  test('ne compte pas pour ce qui n’en demande aucune, même inconnue', () => {
    assert.equal(
      read('connectivity', { connectivity: null }, { minConnectivity: 'none' })?.[0],
      true,
    )
  })
})

test('le travail pendant les coupures se vérifie quand le besoin l’exige', () => {
  assert.equal(read('offline', {}, { worksOffline: false })?.[0], false)
  assert.equal(read('offline', {}, {})?.[0], true)
  assert.equal(read('offline', { mustWorkOffline: false }, { worksOffline: false }), undefined)
})

test('les postes et les agents se comptent quand ils sont demandés', () => {
  assert.deepEqual(read('workstations', { workstations: 1 }, { minWorkstations: 3 }), [
    false,
    'Postes de travail : 3 demandés, 1 disponible',
  ])
  assert.deepEqual(read('itStaff', { itStaff: 0 }, { minItStaff: 1 }), [
    false,
    'Agents informaticiens : 1 demandé, aucun en poste',
  ])
  assert.deepEqual(read('itStaff', { itStaff: null }, { minItStaff: 2 }), [
    null,
    'Demande 2 agents informaticiens ; l’effectif de la commune est inconnu',
  ])
  assert.equal(read('itStaff', { itStaff: 0 }, { minItStaff: 0 }), undefined)
})

describe('L’hébergement', () => {
  const accepted = {
    any: ['commune', 'benin', 'africa', 'elsewhere'],
    africa: ['commune', 'benin', 'africa'],
    benin: ['commune', 'benin'],
    commune: ['commune'],
  }
  for (const [wanted, places] of Object.entries(accepted)) {
    test(`demandé « ${wanted} » accepte ${places.join(', ')}`, () => {
      const met = ['commune', 'benin', 'africa', 'elsewhere'].filter(
        (hosting) => read('hosting', { hosting: wanted }, { hosting })?.[0] !== false,
      )
      assert.deepEqual(met, places)
    })
  }

  test('dit où il est et où on le voulait', () => {
    assert.equal(
      read('hosting', {}, { hosting: 'elsewhere' })?.[1],
      'Hébergement : Hors d’Afrique, alors que le besoin demande : Au Bénin',
    )
  })
})

test('une solution est empêchée quand une condition au moins manque, jamais pour un inconnu', () => {
  fc.assert(
    fc.property(anyNeed, anySolution, (need, solution) => {
      const missing = listPrerequisites(need, solution).filter(({ isMet }) => isMet === false)
      assert.equal(isBlocked(need, solution), missing.length > 0)
    }),
  )
  const silent = { ...market, connectivity: null, workstations: null, itStaff: null }
  assert.equal(isBlocked(silent, { ...tickets, minConnectivity: 'fibre', minItStaff: 5 }), false)
})
