import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listStartupAlerts } from './startup-alerts.rules.ts'

const today = '2026-11-23'
const labelled = {
  labelNumber: 'LS-2025-004',
  labelIssuedOn: '2025-05-20',
  labelExpiresOn: '2028-05-20',
  labelFileId: '01890000-0000-7000-8000-000000000009',
  foundedOn: '2021-02-01',
}
const unlabelled = {
  labelNumber: null,
  labelIssuedOn: null,
  labelExpiresOn: null,
  labelFileId: null,
  foundedOn: '2012-02-01',
}

describe('What to look at twice in a company’s file', () => {
  test('is nothing when all is in order, with a label or without', () => {
    assert.deepEqual(listStartupAlerts(labelled, today), [])
    assert.deepEqual(listStartupAlerts(unlabelled, today), [])
  })

  test('is a label that ended, or soon will', () => {
    const ended = { ...labelled, labelExpiresOn: '2026-11-22' }
    assert.deepEqual(listStartupAlerts(ended, today), ['Le label annoncé est expiré.'])
    const ending = { ...labelled, labelExpiresOn: '2026-12-31' }
    assert.equal(listStartupAlerts(ending, today).length, 1)
  })

  test('is a label that nothing proves', () => {
    const bare = { ...labelled, labelFileId: null, labelIssuedOn: null }
    assert.equal(listStartupAlerts(bare, today).length, 2)
  })

  test('is a company that was more than six years old when labelled', () => {
    const old = { ...labelled, foundedOn: '2019-05-19' }
    assert.equal(listStartupAlerts(old, today).length, 1)
    const justSix = { ...labelled, foundedOn: '2019-05-20' }
    assert.deepEqual(listStartupAlerts(justSix, today), [])
  })

  test('is a company of tomorrow', () => {
    const tomorrow = { ...unlabelled, foundedOn: '2026-11-24' }
    assert.deepEqual(listStartupAlerts(tomorrow, today), ['La date de création est dans le futur.'])
  })
})
