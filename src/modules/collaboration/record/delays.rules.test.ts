import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { measureDelays } from './delays.rules.ts'
import { type FactKind, factKinds } from './record.schema.ts'

const on = (kind: FactKind, day: string) => ({ kind, occurredAt: new Date(`${day}T09:00:00Z`) })

describe('les délais d’un parcours', () => {
  test('vont du besoin à la clôture', () => {
    const delays = measureDelays([
      on('need.publish', '2026-01-05'),
      on('call.publish', '2026-01-20'),
      on('call.amend', '2026-01-25'),
      on('call.open', '2026-02-20'),
      on('call.award', '2026-03-02'),
      on('agreement.sign', '2026-03-20'),
      on('project.start', '2026-04-01'),
      on('project.close', '2026-09-28'),
    ])
    assert.deepEqual(
      delays.map(({ days }) => days),
      [15, 31, 10, 18, 12, 180],
    )
  })

  test('laissent de côté ce qui n’a pas eu lieu', () => {
    const delays = measureDelays([
      on('need.publish', '2026-01-05'),
      on('pilot.adopt', '2026-03-05'),
      on('agreement.sign', '2026-03-15'),
    ])
    assert.deepEqual(delays, [{ label: 'De l’attribution à la convention', days: 10 }])
  })

  test('d’un appel repris, comptent jusqu’à l’attribution qui suit l’ouverture', () => {
    const delays = measureDelays([
      on('call.publish', '2026-01-20'),
      on('call.open', '2026-02-20'),
      on('call.reconsider', '2026-03-20'),
      on('call.award', '2026-04-01'),
    ])
    assert.equal(delays.at(-1)?.days, 40)
  })

  test('ne sont jamais négatifs', () => {
    const facts = fc.array(
      fc.record({
        kind: fc.constantFrom(...factKinds),
        occurredAt: fc.date({ noInvalidDate: true }),
      }),
    )
    fc.assert(
      fc.property(facts, (list) =>
        measureDelays(list.toSorted((a, b) => Number(a.occurredAt) - Number(b.occurredAt))).every(
          ({ days }) => days >= 0,
        ),
      ),
    )
  })
})
