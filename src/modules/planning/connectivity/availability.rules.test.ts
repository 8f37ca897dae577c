import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  computeAvailability,
  computeSiteAvailability,
  type Outage,
  spanOf,
} from './availability.rules.ts'

const hourMs = 3_600_000
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1) + hour * hourMs)
const span = { from: at(0), to: at(100) }
const out = (from: number, to: number | null): Outage => ({
  beganAt: at(from),
  endedAt: to === null ? null : at(to),
})

describe('la disponibilité d’un lien', () => {
  test('sans coupure, elle est entière ; coupé d’un bout à l’autre, elle est nulle', () => {
    assert.equal(computeAvailability([], span), 100)
    assert.equal(computeAvailability([out(-5, 200)], span), 0)
  })

  test('deux coupures qui se recouvrent ne comptent qu’une fois', () => {
    assert.equal(computeAvailability([out(10, 20), out(15, 30)], span), 80)
    assert.equal(computeAvailability([out(10, 20), out(20, 30)], span), 80)
    assert.equal(computeAvailability([out(10, 30), out(15, 20)], span), 80)
  })

  test('une coupure qui dure compte jusqu’à maintenant ; ce qui est hors de la période ne compte pas', () => {
    assert.equal(computeAvailability([out(90, null)], span), 90)
    assert.equal(computeAvailability([out(-50, -10), out(120, null)], span), 100)
  })

  const outages = fc.array(
    fc
      .tuple(fc.integer({ min: -50, max: 150 }), fc.option(fc.integer({ min: 1, max: 60 })))
      .map(([from, length]) => out(from, length === null ? null : from + length)),
    { maxLength: 12 },
  )

  test('elle reste entre 0 et 100, quel que soit l’ordre, et se compte heure par heure', () => {
    fc.assert(
      fc.property(outages, (list) => {
        const share = computeAvailability(list, span)
        assert.ok(share >= 0 && share <= 100)
        assert.equal(computeAvailability([...list].reverse(), span), share)
        assert.equal(share, 100 - countHours((hour) => isOut(list, hour)))
      }),
    )
  })

  test('une coupure de plus ne l’augmente jamais', () => {
    fc.assert(
      fc.property(outages, outages, (some, more) => {
        assert.ok(computeAvailability([...some, ...more], span) <= computeAvailability(some, span))
      }),
    )
  })

  test('un lieu n’est coupé que quand tous ses liens le sont', () => {
    fc.assert(
      fc.property(fc.array(outages, { minLength: 1, maxLength: 3 }), (links) => {
        const expected = 100 - countHours((hour) => links.every((list) => isOut(list, hour)))
        assert.equal(computeSiteAvailability(links, span), expected)
      }),
    )
    assert.equal(computeSiteAvailability([], span), null)
  })
})

function isOut(outages: readonly Outage[], hour: number): boolean {
  return outages.some(
    ({ beganAt, endedAt }) => beganAt <= at(hour) && (endedAt === null || endedAt > at(hour)),
  )
}

function countHours(isTrue: (hour: number) => boolean): number {
  return Array.from({ length: 100 }, (_, hour) => hour).filter(isTrue).length
}

describe('la période comptée', () => {
  const now = new Date('2026-11-25T12:00:00Z')

  test('elle commence avec le lien quand il est plus jeune qu’elle', () => {
    assert.deepEqual(spanOf(30, now, null)?.from, new Date('2026-10-26T12:00:00Z'))
    assert.deepEqual(spanOf(30, now, '2026-11-20')?.from, new Date('2026-11-19T23:00:00Z'))
    assert.deepEqual(spanOf(30, now, '2020-01-01')?.from, new Date('2026-10-26T12:00:00Z'))
  })

  test('un lien qui n’a pas commencé n’en a pas', () => {
    assert.equal(spanOf(30, now, '2026-12-01'), null)
  })
})
