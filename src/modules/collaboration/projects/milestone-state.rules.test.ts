import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeState, isLate } from './milestone-state.rules.ts'

const milestone = { status: 'planned', dueOn: '2026-11-23', reservesDueOn: null } as const

test('un jalon est en retard le lendemain de son échéance, pas le jour même', () => {
  assert.equal(isLate(milestone, '2026-11-23'), false)
  assert.equal(isLate(milestone, '2026-11-24'), true)
  assert.equal(describeState(milestone, '2026-11-24').stateLabel, 'En retard')
})

test('ce qui est livré ou accepté n’est plus en retard ; des réserves oubliées le sont', () => {
  assert.equal(isLate({ ...milestone, status: 'delivered' }, '2027-01-01'), false)
  assert.equal(isLate({ ...milestone, status: 'accepted' }, '2027-01-01'), false)
  const partly = { ...milestone, status: 'partlyAccepted', reservesDueOn: '2026-12-10' } as const
  assert.equal(isLate(partly, '2026-12-10'), false)
  assert.equal(isLate(partly, '2026-12-11'), true)
})

test('un jalon refusé garde son état, même après l’échéance', () => {
  const refused = { ...milestone, status: 'refused' } as const
  assert.deepEqual(describeState(refused, '2027-01-01'), {
    state: 'refused',
    stateLabel: 'Refusé',
  })
})
