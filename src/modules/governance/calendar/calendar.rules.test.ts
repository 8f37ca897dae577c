import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type CalendarEntry, writeCalendar } from './calendar.rules.ts'

const session: CalendarEntry = {
  id: '018f0000-0000-7000-8000-000000130001',
  title:
    'Défi ; eau, « électricité » : quelles collaborations entre communes et startups numériques ?',
  place: 'Mairie, Houéyogbé',
  ...{ from: '2024-10-10', to: '2024-10-31', version: 3, isCancelled: false },
  changedAt: new Date('2024-09-01T08:30:00Z'),
  url: 'https://c.bj/sessions/SES-2024-0001',
}
const meeting: CalendarEntry = {
  ...session,
  from: new Date('2026-12-04T08:30:00Z'),
  to: new Date('2026-12-04T10:00:00Z'),
}

/** As a program that follows the calendar reads it. */
function readEvents(calendar: string): ICAL.Event[] {
  const component = new ICAL.Component(ICAL.parse(calendar))
  return component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

describe('un calendrier', () => {
  const calendar = writeCalendar('Sessions', [session, { ...session, isCancelled: true }])
  const whole = calendar.replaceAll('\r\n ', '')

  test('dit des jours entiers, dont le dernier compris', () => {
    assert.match(whole, /DTSTART;VALUE=DATE:20241010\r\nDTEND;VALUE=DATE:20241101\r\n/)
    assert.match(whole, /DTSTAMP:20240901T083000Z\r\nSEQUENCE:2\r\n/)
  })

  test('dit des moments, lus de même partout dans le monde', () => {
    const [event] = readEvents(writeCalendar('Démonstrations', [meeting]))
    assert.equal(event?.startDate.toJSDate().toISOString(), '2026-12-04T08:30:00.000Z')
    assert.equal(event?.endDate.toJSDate().toISOString(), '2026-12-04T10:00:00.000Z')
  })

  test('protège la ponctuation, et plie les lignes sans couper une lettre', () => {
    assert.match(whole, /SUMMARY:Défi \\; eau\\, « électricité » : quelles[^\r]*numériques \?\r\n/)
    assert.match(whole, /LOCATION:Mairie\\, Houéyogbé\r\n/)
    for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  })

  test('garde ce qui est annulé, en le disant', () => {
    assert.deepEqual(whole.match(/STATUS:\w+/g), ['STATUS:CONFIRMED', 'STATUS:CANCELLED'])
  })

  test('est relu tel qu’il a été écrit, quel que soit le titre', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(text, text, (title, place) => {
        const clean = (one: string) => one.replace(/\p{Cc}/gu, ' ')
        const entry = { ...meeting, title: clean(title), place: clean(place) }
        const [event] = readEvents(writeCalendar('Essai', [entry]))
        assert.equal(event?.summary, entry.title)
        assert.equal(event?.location, entry.place)
        assert.equal(event?.uid, `${entry.id}@cauri`)
      }),
    )
  })
})
