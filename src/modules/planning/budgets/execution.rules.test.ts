import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSituation } from './execution.rules.ts'

const fieldsAt = (committed: number, paid: number, asOf: string) =>
  checkSituation({ committed, paid, asOf }, 2026, '2026-11-23').map(({ field }) => field)

test('rien n’est payé sans être engagé', () => {
  assert.deepEqual(fieldsAt(10, 10, '2026-10-31'), [])
  assert.deepEqual(fieldsAt(10, 11, '2026-10-31'), ['paid'])
})

test('une situation est de l’exercice, et déjà passée', () => {
  assert.deepEqual(fieldsAt(0, 0, '2026-11-24'), ['asOf'])
  assert.deepEqual(fieldsAt(0, 0, '2025-12-31'), ['asOf'])
  assert.deepEqual(
    checkSituation({ committed: 0, paid: 0, asOf: '2027-02-15' }, 2026, '2027-03-01'),
    [],
  )
})
