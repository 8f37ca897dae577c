import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toLocalMoment } from '#platform/format.ts'
import { OpenContacts, ScheduleContact } from './contact.schema.ts'

const place = 'Salle du conseil'

test('une heure tapée est celle du Bénin, et se relit telle quelle', () => {
  const { at } = ScheduleContact.parse({ at: '2026-12-10T10:30', place })
  assert.equal(at.toISOString(), '2026-12-10T09:30:00.000Z')
  assert.equal(toLocalMoment(at), '2026-12-10T10:30')
})

test('un jour ou une heure qui n’existe pas est refusé, jamais corrigé en silence', () => {
  for (const at of ['2026-02-31T10:00', '2026-13-01T10:00', '2026-12-01T25:00', 'demain', ''])
    assert.equal(ScheduleContact.safeParse({ at, place }).success, false, at)
  assert.equal(ScheduleContact.safeParse({ at: '2028-02-29T00:00', place }).success, true)
})

test('les dates proposées peuvent manquer, et l’on choisit une à cinq solutions', () => {
  const message = 'Nous voulons voir la vente de tickets sur un vrai marché.'
  const ids = Array.from({ length: 6 }, (_, at) => `00000000-0000-7000-8000-00000000000${at}`)
  const open = (solutions: unknown) => OpenContacts.safeParse({ solutions, message, date1: '' })
  assert.deepEqual(open(ids[0]).data?.solutions, [ids[0]])
  assert.equal(open(ids[0]).data?.date1, null)
  assert.equal(open(undefined).success, false)
  assert.equal(open(ids.slice(0, 5)).success, true)
  assert.equal(open(ids).success, false)
})
