import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Actor, holdsScope, worksFor } from '#platform/actor.ts'
import { createToken } from '#platform/id.ts'
import {
  findKeyState,
  findSentKey,
  hintAt,
  looksLikeKey,
  readMediatorClient,
  writeKey,
} from './api-key.rules.ts'
import { listScopesOf, scopeNames } from './scope.lists.ts'

const now = new Date('2026-11-23T09:00:00Z')
const moment = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
})

describe('a key', () => {
  test('is told from anything else by its letters, and its hint gives almost nothing away', () => {
    const key = writeKey(createToken())
    assert.ok(looksLikeKey(key))
    assert.equal(hintAt(key).length, 10)
    for (const other of ['', 'cauri_', key.slice(1), `${key}a`, `${key}\n`, key.replace('_', '-')])
      assert.equal(looksLikeKey(other), false, JSON.stringify(other))
  })

  test('is read from the header first, from a parameter only where one is named', () => {
    assert.equal(findSentKey('Bearer abc'), 'abc')
    assert.equal(findSentKey('bearer   abc', ['def']), 'abc')
    assert.equal(findSentKey(undefined, [undefined, 'def']), 'def')
    for (const none of [undefined, '', 'Basic abc', 'Bearer', 'Bearer a b'])
      assert.equal(findSentKey(none), null, String(none))
    assert.equal(findSentKey(undefined, ['', ['a', 'b']]), null)
  })

  test('comes through whoever the mediator names, if it names anybody', () => {
    assert.equal(readMediatorClient(undefined), null)
    assert.equal(readMediatorClient('BJ/GOV/90000009/etat-civil'), 'BJ/GOV/90000009/etat-civil')
    for (const wrong of ['', 'BJ/GOV/1', 'BJ/GOV/1/2/3', 'BJ/GOV/1/<script>', ['a', 'b']])
      assert.equal(readMediatorClient(wrong), 'unreadable', String(wrong))
  })

  test('lives until it is revoked, expired, or its organisation suspended, at any moment', () => {
    fc.assert(
      fc.property(
        moment,
        fc.option(moment),
        fc.option(moment),
        (expiresAt, revokedAt, suspendedAt) => {
          const isLive = revokedAt === null && expiresAt > now && suspendedAt === null
          const state = findKeyState({ expiresAt, revokedAt, suspendedAt }, now)
          assert.equal(state === 'live', isLive)
        },
      ),
    )
  })
})

describe('what a key may do', () => {
  const organisation = { id: 'commune', kind: 'commune', name: 'Ouidah' } as const
  const acting = (...held: string[]): Actor => ({
    ...({ kind: 'key', id: null, name: 'Logiciel', organisation, role: 'key' } as const),
    key: { id: 'key', scopes: held, mediatorClient: null },
  })

  test('is what its scopes say, for its own organisation', () => {
    for (const held of scopeNames)
      for (const asked of scopeNames)
        assert.equal(holdsScope(acting(held), 'commune', asked), held === asked)
    assert.equal(holdsScope(acting(...scopeNames), 'other', 'demandes.lire'), false)
  })

  test('is nothing where a rule names no key', () => {
    assert.equal(worksFor(acting(...scopeNames), 'commune'), false)
    assert.equal(worksFor(acting(...scopeNames), 'commune', 'secretary', 'agent'), false)
  })

  test('is not asked for by organisations that have no use for it', () => {
    assert.deepEqual(listScopesOf('startup'), ['signalements.deposer', 'besoins.suivre'])
    assert.deepEqual(listScopesOf('partner'), [])
    assert.equal(listScopesOf('commune').includes('besoins.suivre'), false)
    assert.equal(listScopesOf('commune').length, scopeNames.length - 1)
  })
})
