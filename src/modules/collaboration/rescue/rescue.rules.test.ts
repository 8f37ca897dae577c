import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReminderDue, isRescueDue } from './rescue.rules.ts'

const deadline = new Date('2026-12-10T12:00:00Z')
const call = { deadline, remindedAt: null, rescuedAt: null }
const at = (text: string) => new Date(`${text}:00Z`)

test('le rappel part trois jours avant, une seule fois, et plus après la date', () => {
  assert.equal(isReminderDue(call, at('2026-12-07T11:59')), false)
  assert.equal(isReminderDue(call, at('2026-12-07T12:00')), true)
  assert.equal(isReminderDue(call, deadline), false)
  assert.equal(isReminderDue({ ...call, remindedAt: deadline }, at('2026-12-08T12:00')), false)
})

test('la commune n’est prévenue que si personne n’a répondu, une fois la date passée', () => {
  assert.equal(isRescueDue(call, 0, at('2026-12-10T11:59')), false)
  assert.equal(isRescueDue(call, 0, deadline), true)
  assert.equal(isRescueDue(call, 1, deadline), false)
  assert.equal(isRescueDue({ ...call, rescuedAt: deadline }, 0, deadline), false)
})
