import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRecordFilter, writeRecordFilter } from './record-query.rules.ts'

const glazoue = '018f2b6a-7c1e-7000-8000-000000000001'

test('le filtre s’écrit dans l’adresse comme il s’y lit', () => {
  const filter = { year: 2026, communeId: glazoue, startupId: null }
  const address = writeRecordFilter(filter)
  assert.equal(String(address), `annee=2026&commune=${glazoue}`)
  assert.deepEqual(readRecordFilter(Object.fromEntries(address)), filter)
})

test('ce qui n’est ni une année ni une organisation est ignoré', () => {
  const query = { annee: '20266', commune: "' or 1=1", startup: ['x', glazoue] }
  assert.deepEqual(readRecordFilter(query), { year: null, communeId: null, startupId: null })
})
