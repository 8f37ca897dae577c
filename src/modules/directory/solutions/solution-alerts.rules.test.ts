import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listSolutionAlerts } from './solution-alerts.rules.ts'

const sound = {
  handlesPersonalData: true,
  apdpStatus: 'declared',
  apdpNumber: 'APDP-2026-118',
  hosting: 'benin',
  priceSetup: 0,
  priceYearly: null,
  pricePerInhabitant: null,
  pricePerUser: null,
  maturity: 'production',
} as const

describe('What to look at twice in a solution’s file', () => {
  test('is nothing when all is in order, even when it is free', () => {
    assert.deepEqual(listSolutionAlerts(sound, true), [])
  })

  test('is a company nobody has verified', () => {
    assert.equal(listSolutionAlerts(sound, false).length, 1)
  })

  test('is personal data without a declaration, or far from Benin', () => {
    const undeclared = { ...sound, apdpStatus: 'toDeclare', apdpNumber: null } as const
    assert.match(listSolutionAlerts(undeclared, true).join(), /rien n’est encore déclaré/)
    assert.match(listSolutionAlerts({ ...sound, hosting: 'africa' }, true).join(), /hors du Bénin/)
    const impersonal = { ...undeclared, handlesPersonalData: false, hosting: 'elsewhere' } as const
    assert.deepEqual(listSolutionAlerts(impersonal, true), [])
  })

  test('is a declaration without a number, a solution without a price, a prototype', () => {
    assert.equal(listSolutionAlerts({ ...sound, apdpNumber: null }, true).length, 1)
    assert.equal(listSolutionAlerts({ ...sound, priceSetup: null }, true).length, 1)
    assert.equal(listSolutionAlerts({ ...sound, maturity: 'prototype' }, true).length, 1)
  })
})
