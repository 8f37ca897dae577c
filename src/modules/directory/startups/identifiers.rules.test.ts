import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readIfu, readRccm } from './identifiers.rules.ts'

describe('Un numéro IFU', () => {
  test('se tape comme on le lit, groupé ou non', () => {
    for (const typed of ['3202412345678', '3 2024 1234 5678', '3202-4123-45678'])
      assert.equal(readIfu(typed), '3202412345678', typed)
  })
  test('a treize chiffres et rien d’autre', () => {
    for (const typed of ['320241234567', '32024123456789', '32024123A5678', ''])
      assert.equal(readIfu(typed), null, typed)
  })
})

describe('Un numéro RCCM', () => {
  test('est gardé en majuscules, sans espaces de trop', () => {
    assert.equal(readRccm(' rb/cot/24  b 12345 '), 'RB/COT/24 B 12345')
    assert.equal(readRccm('N° RB-ABC-19-A-2201'), 'RB-ABC-19-A-2201')
  })
  test('n’est pas n’importe quoi', () => {
    for (const typed of ['en cours', '12345', 'RB', '<b>RB/COT/24</b>'])
      assert.equal(readRccm(typed), null, typed)
  })
})
