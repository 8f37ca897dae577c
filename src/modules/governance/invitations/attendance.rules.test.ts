import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { participantKinds } from '../sessions/session.schema.ts'
import { sumAttendances } from './attendance.rules.ts'

const sentAt = new Date('2026-11-20T08:00:00Z')

describe('ce que les invitations disent des présents', () => {
  test('compte par qualité, et nomme qui est venu', () => {
    const mayors = [
      { kind: 'mayors' as const, name: 'Glazoué', present: 2, sentAt },
      { kind: 'mayors' as const, name: 'Bohicon', present: 0, sentAt },
      { kind: 'mayors' as const, name: 'Ouèssè', present: null, sentAt },
    ]
    assert.deepEqual(sumAttendances(mayors), [
      { kind: 'mayors', invited: 3, present: 2, organisations: 'Glazoué' },
    ])
  })

  test('ne compte ni ce qui n’est pas parti, ni ce que personne n’a relevé', () => {
    const lines = [
      { kind: 'startups' as const, name: 'Akwaba Numérique', present: null, sentAt },
      { kind: 'staff' as const, name: 'Glazoué', present: null, sentAt: null },
    ]
    assert.deepEqual(sumAttendances(lines), [
      { kind: 'startups', invited: 1, present: null, organisations: '' },
    ])
  })

  test('ne perd personne : les invités et les présents des qualités font ceux de la liste', () => {
    const line = fc.record({
      kind: fc.constantFrom(...participantKinds),
      name: fc.string({ maxLength: 200 }),
      present: fc.option(fc.nat(50)),
      sentAt: fc.constant(sentAt),
    })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const sums = sumAttendances(lines)
        const total = (of: readonly (number | null)[]) =>
          of.reduce<number>((sum, one) => sum + (one ?? 0), 0)
        assert.equal(total(sums.map(({ invited }) => invited)), lines.length)
        assert.equal(
          total(sums.map(({ present }) => present)),
          total(lines.map(({ present }) => present)),
        )
        assert.ok(sums.every(({ organisations }) => organisations.length <= 4000))
      }),
    )
  })
})
