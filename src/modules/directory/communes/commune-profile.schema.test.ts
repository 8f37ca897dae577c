import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProfileEdit } from './commune-profile.schema.ts'

const parse = (answers: Record<string, unknown>) =>
  ProfileEdit.safeParse({ version: '0', ...answers })

test('ce que la commune laisse vide reste inconnu, et n’est jamais « non »', () => {
  const { data } = parse({})
  assert.equal(data?.connectivity, null)
  assert.equal(data?.workstations, null)
  assert.equal(data?.hasBackupPower, null)
  assert.deepEqual(data?.languages, [])
})

test('« non » et zéro sont des réponses', () => {
  const { data } = parse({ hasBackupPower: 'non', itStaff: '0', connectivity: 'none' })
  assert.equal(data?.hasBackupPower, false)
  assert.equal(data?.itStaff, 0)
  assert.equal(data?.connectivity, 'none')
})

test('une réponse qui n’est pas proposée est refusée', () => {
  assert.equal(parse({ connectivity: '5g' }).success, false)
  assert.equal(parse({ languages: ['klingon'] }).success, false)
  assert.equal(parse({ website: 'javascript:alert(1)' }).success, false)
})
