import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findReminder } from './reminder.rules.ts'

const planned = { status: 'planned', dueOn: '2026-11-30', reservesDueOn: null } as const
const partly = {
  status: 'partlyAccepted',
  dueOn: '2026-10-01',
  reservesDueOn: '2026-11-30',
} as const

test('un jalon se rappelle une semaine avant, puis le lendemain de son échéance', () => {
  assert.equal(findReminder(planned, '2026-11-22'), undefined)
  assert.equal(findReminder(planned, '2026-11-23'), 'dueSoon')
  assert.equal(findReminder(planned, '2026-11-30'), 'dueSoon')
  assert.equal(findReminder(planned, '2026-12-01'), 'overdue')
})

test('des réserves se rappellent à leur propre date', () => {
  assert.equal(findReminder(partly, '2026-11-22'), undefined)
  assert.equal(findReminder(partly, '2026-11-25'), 'reservesSoon')
  assert.equal(findReminder(partly, '2026-12-01'), 'reservesOverdue')
})

test('ce qui est livré ou accepté n’appelle plus aucun rappel', () => {
  for (const status of ['delivered', 'accepted'] as const)
    assert.equal(findReminder({ ...planned, status }, '2027-01-01'), undefined, status)
})
