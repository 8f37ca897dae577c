import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isToCome } from './deployment.rules.ts'

test('une utilisation commence aujourd’hui au plus tard, au jour du Bénin', () => {
  const now = new Date('2026-11-23T23:30:00Z')
  assert.equal(isToCome('2026-11-24', now), false)
  assert.equal(isToCome('2026-11-25', now), true)
  assert.equal(isToCome(null, now), false)
})
