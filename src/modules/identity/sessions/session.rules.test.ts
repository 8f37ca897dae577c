import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isSessionOpen, isTouchDue, type SessionState } from './session.rules.ts'

const now = new Date('2026-11-23T09:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

const fresh: SessionState = {
  lastSeenAt: ago(1),
  expiresAt: ago(-24),
  revokedAt: null,
  disabledAt: null,
  isStaff: false,
}

describe('a session', () => {
  test('of somebody who came back within the week is open', () => {
    assert.equal(isSessionOpen({ ...fresh, lastSeenAt: ago(7 * 24 - 1) }, now), true)
    assert.equal(isSessionOpen({ ...fresh, lastSeenAt: ago(7 * 24) }, now), false)
  })

  test('of the secretariat ends after one day without use', () => {
    assert.equal(isSessionOpen({ ...fresh, isStaff: true, lastSeenAt: ago(23) }, now), true)
    assert.equal(isSessionOpen({ ...fresh, isStaff: true, lastSeenAt: ago(24) }, now), false)
  })

  test('ends at its last day, however much it is used', () => {
    assert.equal(isSessionOpen({ ...fresh, expiresAt: now }, now), false)
  })

  test('ends at once when it is revoked, or when the account is disabled', () => {
    assert.equal(isSessionOpen({ ...fresh, revokedAt: now }, now), false)
    assert.equal(isSessionOpen({ ...fresh, disabledAt: ago(1) }, now), false)
  })

  test('that was just exchanged still answers the page under way', () => {
    assert.equal(isSessionOpen({ ...fresh, revokedAt: ago(-0.01) }, now), true)
  })

  test('is touched every five minutes at most', () => {
    assert.equal(isTouchDue(new Date(now.getTime() - 299_999), now), false)
    assert.equal(isTouchDue(new Date(now.getTime() - 300_000), now), true)
  })
})
