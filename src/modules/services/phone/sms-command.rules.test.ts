import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCommand } from './sms-command.rules.ts'

describe('un SMS reçu', () => {
  test('suit une demande, écrite comme un téléphone l’écrit', () => {
    for (const text of ['DEM-2026-0042', 'dem 2026 0042', ' Dem-2026 0042. ', 'dem2026-0042'])
      assert.deepEqual(readCommand(text), { kind: 'follow', reference: 'DEM-2026-0042' }, text)
    assert.deepEqual(readCommand('SUIVI'), { kind: 'follow', reference: null })
    assert.deepEqual(readCommand('Suivre ma demande'), { kind: 'follow', reference: null })
  })

  test('écrit à la mairie ce qui suit le numéro', () => {
    assert.deepEqual(readCommand('DEM-2026-0042 : Je passe demain, à 9 h.\nAfi'), {
      ...{ kind: 'write', reference: 'DEM-2026-0042' },
      body: 'Je passe demain, à 9 h.\nAfi',
    })
  })

  test('vérifie un papier par son code', () => {
    assert.deepEqual(readCommand('Papier ACDEFHJKMN'), { kind: 'paper', code: 'acdefhjkmn' })
  })

  test('« STOP » ne veut plus de campagnes', () => {
    for (const text of ['STOP', 'stop', ' Stop. '])
      assert.deepEqual(readCommand(text), { kind: 'stop' }, text)
  })

  test('sinon, demande de l’aide', () => {
    for (const text of ['', 'Bonjour', 'papier', 'DEM-26-1', 'dem', '2026-0042'])
      assert.deepEqual(readCommand(text), { kind: 'help' }, text)
  })
})
