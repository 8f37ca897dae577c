import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readIfu, readRccm } from './identifiers.rules.ts'

describe('Un numéro IFU', () => {
  test('se tape comme on le lit, groupé ou non', () => {
    for (const typed of [
      '3202412345678',
      '3 2024 1234 5678',
      '3202-4123-45678',
      '3 2024 1234\u00a05678',
    ])
      assert.equal(readIfu(typed), '3202412345678', typed)
  })
  test('a treize chiffres et rien d’autre', () => {
    for (const typed of ['320241234567', '32024123456789', '32024123A5678', ''])
      assert.equal(readIfu(typed), null, typed)
  })
})

describe('Un numéro RCCM', () => {
  test('usuel s’écrit d’une seule façon, comme qu’on l’ait tapé', () => {
    for (const typed of [
      'RB/COT/23 B 12345',
      ' rb/cot/23  b 12345 ',
      'RB / COT / 23 B 12345',
      'RB-COT-23-B-12345',
      'RB/COT/2023 B 12345',
      'RB/COT/23B12345',
      'N° RB/COT/23 B 12345',
      'RCCM : RB/COT/23 B 12345',
    ])
      assert.equal(readRccm(typed), 'RB/COT/23 B 12345', typed)
  })
  test('d’une personne physique porte la lettre A', () => {
    assert.equal(readRccm('RB/PNO/19 A 321'), 'RB/PNO/19 A 321')
  })
  test('d’une autre forme est gardé en majuscules, sans espaces de trop', () => {
    assert.equal(readRccm('bj-cot-01-2024-b12-00123'), 'BJ-COT-01-2024-B12-00123')
  })
  test('n’est pas n’importe quoi', () => {
    for (const typed of ['en cours', '12345', 'RB', '<b>RB/COT/24</b>'])
      assert.equal(readRccm(typed), null, typed)
  })
  test('une fois lu, se relit pareil', () => {
    const letters = fc.stringMatching(/^[A-Za-z0-9 /.°:-]{0,30}$/)
    fc.assert(
      fc.property(letters, (typed) => {
        const once = readRccm(typed)
        if (once !== null) assert.equal(readRccm(once), once)
      }),
      { examples: [['N° RCCM N° RB/COT/23 B 1'], ['NO12 RB/ABC/1']] },
    )
  })
})
