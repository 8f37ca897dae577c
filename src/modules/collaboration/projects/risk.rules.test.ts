import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rateRisk } from './risk.rules.ts'

test('un risque rare mais ruineux se surveille, un risque sûr et grave passe avant tout', () => {
  assert.equal(rateRisk({ likelihood: 1, impact: 5 }).label, 'Faible')
  assert.equal(rateRisk({ likelihood: 2, impact: 5 }).label, 'À surveiller')
  assert.equal(rateRisk({ likelihood: 5, impact: 4 }).label, 'Grave')
})

const level = fc.integer({ min: 1, max: 5 })

test('aggraver un risque ne le fait jamais descendre', () => {
  fc.assert(
    fc.property(level, level, level, (likelihood, impact, other) => {
      const worse = { likelihood: Math.max(likelihood, other), impact }
      assert.ok(rateRisk(worse).score >= rateRisk({ likelihood, impact }).score)
    }),
  )
})
