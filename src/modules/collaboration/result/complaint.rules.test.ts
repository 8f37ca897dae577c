import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areAllAnswered, isOneUpheld, takesComplaints } from './complaint.rules.ts'

const standstillUntil = new Date('2026-12-03T12:00:00Z')

test('une réclamation se dépose pendant le délai d’attente, pas à sa fin', () => {
  const call = { status: 'awarded', standstillUntil }
  assert.equal(takesComplaints(call, new Date('2026-12-03T11:59:59Z')), true)
  assert.equal(takesComplaints(call, standstillUntil), false)
  assert.equal(takesComplaints({ ...call, status: 'concluded' }, new Date(0)), false)
})

test('l’attribution attend toutes les réponses ; une seule admise rouvre l’évaluation', () => {
  assert.equal(areAllAnswered([]), true)
  assert.equal(areAllAnswered([{ status: 'dismissed' }, { status: 'filed' }]), false)
  assert.equal(isOneUpheld([{ status: 'dismissed' }]), false)
  assert.equal(isOneUpheld([{ status: 'dismissed' }, { status: 'upheld' }]), true)
})
