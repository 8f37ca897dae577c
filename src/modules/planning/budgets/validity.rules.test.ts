import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isValidIn } from './validity.rules.ts'

test('le FADeC vaut jusqu’à 2025, le FIC à partir de 2025, les fonds propres toujours', () => {
  const years = [2024, 2025, 2026]
  const of = (validFrom: string | null, validTo: string | null) =>
    years.map((year) => isValidIn(year, { validFrom, validTo }))
  assert.deepEqual(of(null, '2025-09-16'), [true, true, false])
  assert.deepEqual(of('2025-09-17', null), [false, true, true])
  assert.deepEqual(of(null, null), [true, true, true])
})
