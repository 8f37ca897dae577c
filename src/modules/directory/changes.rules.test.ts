import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { describeChanges, describeConflict, listChanged, showValue } from './changes.rules.ts'

const names = {
  name: { label: 'Nom' },
  priceYearly: { label: 'Tarif annuel', kind: 'money' },
  support: { label: 'Support', kind: 'longText' },
  domains: { label: 'Domaines', choices: { markets: 'Marchés', waste: 'Déchets' } },
  worksOffline: { label: 'Fonctionne hors ligne' },
  foundedOn: { label: 'Créée le', kind: 'day' },
} as const

const stored = {
  name: 'Doba',
  priceYearly: 100_000,
  support: 'Par téléphone',
  domains: ['markets', 'waste'],
  worksOffline: false,
  foundedOn: null,
}

describe('What an edit changed', () => {
  test('is nothing when the same values come back, in whatever order', () => {
    const same = { ...stored, domains: ['waste', 'markets'], foundedOn: '' }
    assert.deepEqual(listChanged(names, stored, same), [])
    assert.equal(describeChanges(names, stored, same), '')
  })

  test('tells short values before and after, and only the name of a long text', () => {
    const after = { ...stored, priceYearly: 120_000, support: 'Par téléphone et sur place' }
    const told = describeChanges(names, stored, after).replace(/[\u00a0\u202f]/g, ' ')
    assert.equal(told, 'Tarif annuel : 100 000 FCFA → 120 000 FCFA ; Support')
  })

  test('notices a list that lost one entry for another', () => {
    const before = { ...stored, domains: ['markets', 'markets'] }
    assert.deepEqual(listChanged(names, before, stored), ['domains'])
    assert.deepEqual(listChanged(names, stored, before), ['domains'])
  })

  test('notices zero where nothing was known', () => {
    const after = { ...stored, priceYearly: 0 }
    assert.deepEqual(listChanged(names, { ...stored, priceYearly: null }, after), ['priceYearly'])
  })
})

describe('Two people on one form', () => {
  test('each sees what the other saved, for the fields that differ only', () => {
    const typed = { ...stored, name: 'Doba Marchés', worksOffline: true }
    assert.deepEqual(describeConflict(names, stored, typed), {
      name: 'Valeur enregistrée entre-temps : Doba',
      worksOffline: 'Valeur enregistrée entre-temps : non',
    })
  })
})

describe('A value in words', () => {
  test('is read as a person would', () => {
    assert.equal(showValue(names.domains, ['markets', 'waste']), 'Marchés, Déchets')
    assert.equal(showValue(names.foundedOn, '2024-03-05'), '05/03/2024')
    assert.equal(showValue(names.foundedOn, null), '(vide)')
    assert.equal(showValue(names.worksOffline, true), 'oui')
  })
})
