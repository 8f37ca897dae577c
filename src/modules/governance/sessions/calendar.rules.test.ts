import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeCalendar } from './calendar.rules.ts'
import type { Session } from './session.schema.ts'

const session = {
  id: '018f0000-0000-7000-8000-000000130001',
  reference: 'SES-2024-0001',
  theme:
    'Défi ; eau, « électricité » : quelles collaborations entre communes et startups numériques ?',
  place: 'Mairie, Houéyogbé',
  ...{ startsOn: '2024-10-10', endsOn: '2024-10-31', status: 'announced', version: 3 },
  updatedAt: new Date('2024-09-01T08:30:00Z'),
} as Session

describe('le calendrier des sessions', () => {
  const calendar = writeCalendar([session, { ...session, status: 'cancelled' }], 'https://c.bj')
  const whole = calendar.replaceAll('\r\n ', '')

  test('dit des jours entiers, dont le dernier compris', () => {
    assert.match(whole, /DTSTART;VALUE=DATE:20241010\r\nDTEND;VALUE=DATE:20241101\r\n/)
    assert.match(whole, /DTSTAMP:20240901T083000Z\r\nSEQUENCE:2\r\n/)
  })

  test('protège la ponctuation, et plie les lignes sans couper une lettre', () => {
    assert.match(whole, /SUMMARY:Défi \\; eau\\, « électricité » : quelles[^\r]*numériques \?\r\n/)
    assert.match(whole, /LOCATION:Mairie\\, Houéyogbé\r\n/)
    for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  })

  test('garde une session annulée, en le disant', () => {
    assert.deepEqual(whole.match(/STATUS:\w+/g), ['STATUS:CONFIRMED', 'STATUS:CANCELLED'])
  })
})
