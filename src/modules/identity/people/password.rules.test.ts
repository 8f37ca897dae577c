import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findPasswordFault } from './password.rules.ts'

const owner = {
  fullName: 'Afiavi Dossou-Yovo',
  email: 'a.dossou@mairie.example',
  phone: '+2290197000001',
}

describe('a new password', () => {
  test('is taken when it is a short sentence, with or without accents and signs', () => {
    for (const password of [
      'le marché ouvre à six heures',
      'trois-pirogues-vertes',
      'kpodji 41 lune',
    ]) {
      assert.equal(findPasswordFault(password, owner), null, password)
    }
  })

  test('has ten characters at least, counted as people count them', () => {
    assert.match(findPasswordFault('neuf-lett') ?? '', /10 caractères/)
    assert.match(findPasswordFault('🐚🐚🐚🐚🐚') ?? '', /10 caractères/)
  })

  test('does not end the server with its length', () => {
    assert.match(findPasswordFault('pirogue '.repeat(40)) ?? '', /200/)
  })

  test('is refused when attackers try it first', () => {
    const tried = [
      'motdepasse',
      'Motdepasse2026!',
      'M0tdep@sse',
      'azertyuiop',
      'qwertyuiop123',
      '1234567890',
      '0197000000',
      'abcdefghij',
      'cotonou2026',
      'Dieu est grand 229',
      'aaaaaaaaaaaa',
      'lundilundilundi',
      'cauri-demo',
    ]
    for (const password of tried) assert.ok(findPasswordFault(password), password)
  })

  test('is refused when it holds a name, the mailbox or the number of its owner', () => {
    for (const password of ['afiavi aime lire', 'DOSSOU pour toujours', 'mon 97000001 à moi']) {
      assert.match(findPasswordFault(password, owner) ?? '', /votre nom/, password)
      assert.equal(findPasswordFault(password), null, password)
    }
  })
})
