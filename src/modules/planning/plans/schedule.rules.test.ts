import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { schedulePlan, simulateEnvelopes } from './schedule.rules.ts'
import type { Candidate, ScheduleInput } from './schedule.types.ts'
import {
  countServiceYears,
  splitEvenly,
  spreadCosts,
  worthPerYear,
} from './schedule-costs.rules.ts'

const years = 3

/** Every calendar there is, one by one. */
function tryEverything({ envelopes, candidates }: ScheduleInput): number {
  let best = 0
  const starts = new Map<string, number | null>()
  const visit = (index: number): void => {
    const candidate = candidates[index]
    if (!candidate) {
      if (listBreaches({ envelopes, candidates }, starts).length === 0)
        best = Math.max(best, worth(candidates, starts, envelopes.length))
      return
    }
    for (const start of [null, 0, 1, 2]) {
      starts.set(candidate.id, start)
      visit(index + 1)
    }
  }
  visit(0)
  return best
}

function worth(
  candidates: readonly Candidate[],
  starts: ReadonlyMap<string, number | null>,
  count: number,
): number {
  return candidates.reduce((sum, candidate) => {
    const start = starts.get(candidate.id) ?? null
    if (start === null) return sum
    return sum + worthPerYear(candidate) * countServiceYears(candidate.duration, start, count)
  }, 0)
}

function listBreaches(
  { envelopes, candidates }: ScheduleInput,
  starts: ReadonlyMap<string, number | null>,
): string[] {
  const placed = candidates.flatMap((candidate) => {
    const start = starts.get(candidate.id) ?? null
    return start === null ? [] : [{ candidate, start }]
  })
  const endOf = (id: string) => {
    const one = placed.find(({ candidate }) => candidate.id === id)
    return one ? one.start + one.candidate.duration - 1 : undefined
  }
  return [
    ...envelopes.flatMap((envelope, year) => {
      const spent = placed.reduce(
        (sum, { candidate, start }) =>
          sum + (spreadCosts(candidate, start, envelopes.length)[year] ?? 0),
        0,
      )
      return spent > envelope ? [`année ${year} : ${spent} pour ${envelope}`] : []
    }),
    ...placed.flatMap(({ candidate, start }) => [
      ...(start + candidate.duration > envelopes.length ? [`${candidate.id} finit trop tard`] : []),
      ...candidate.needs
        .filter((id) => candidates.some((other) => other.id === id))
        .filter((id) => (endOf(id) ?? Number.POSITIVE_INFINITY) > start)
        .map((id) => `${candidate.id} avant ${id}`),
    ]),
  ]
}

const anyInput = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: years, maxLength: years }),
    fc.array(
      fc.record({
        points: fc.integer({ min: 1, max: 20 }),
        isMandatory: fc.boolean(),
        duration: fc.integer({ min: 1, max: 2 }),
        investment: fc.integer({ min: 0, max: 25 }),
        running: fc.integer({ min: 0, max: 8 }),
        needs: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
      }),
      { maxLength: 6 },
    ),
  )
  .map(
    ([envelopes, rows]): ScheduleInput => ({
      envelopes,
      candidates: rows.map((row, index) => ({
        ...row,
        id: `a${index}`,
        needs: row.needs.filter((need) => need < index).map((need) => `a${need}`),
      })),
    }),
  )

describe('Le calendrier d’un schéma directeur', () => {
  test('vaut le meilleur de tous, et le sait, sur de petits plans', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const schedule = schedulePlan(input)
        assert.deepEqual(listBreaches(input, schedule.starts), [])
        assert.equal(schedule.isExact, true)
        assert.equal(schedule.value, tryEverything(input))
        assert.equal(schedule.value, worth(input.candidates, schedule.starts, years))
      }),
      { numRuns: 150 },
    )
  })

  test('ne commence rien dans une année passée, et ne touche qu’aux enveloppes à venir', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: years }), (input, from) => {
        const late = { ...input, from }
        const { starts, value } = schedulePlan(late)
        for (const start of starts.values()) assert.ok(start === null || start >= from)
        assert.ok(value <= schedulePlan(input).value)
        const { envelopes } = simulateEnvelopes(late, -50)
        assert.deepEqual(envelopes.slice(0, from), input.envelopes.slice(0, from))
      }),
      { numRuns: 60 },
    )
  })

  test('ne dépend pas de l’ordre dans lequel les actions sont données', () => {
    fc.assert(
      fc.property(anyInput, ({ envelopes, candidates }) => {
        const there = schedulePlan({ envelopes, candidates })
        const back = schedulePlan({ envelopes, candidates: candidates.toReversed() })
        assert.deepEqual([...there.starts].sort(), [...back.starts].sort())
      }),
      { numRuns: 60 },
    )
  })

  const action = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    ...{ id, points: 10, isMandatory: false, duration: 1, investment: 100, running: 0, needs: [] },
    ...more,
  })

  test('place d’abord ce qui est obligatoire, puis ce qui rapporte le plus par franc', () => {
    const { starts } = schedulePlan({
      envelopes: [100, 100],
      candidates: [
        action('riche', { points: 90 }),
        action('loi', { points: 1, isMandatory: true }),
      ],
    })
    assert.deepEqual(
      [...starts],
      [
        ['riche', 1],
        ['loi', 0],
      ],
    )
  })

  test('laisse où elle est une action fixée à la main, et paie autour', () => {
    const { starts, spent } = schedulePlan({
      envelopes: [100, 100],
      candidates: [action('fixe', { pinnedStart: 0 }), action('autre', { points: 50 })],
    })
    assert.deepEqual(
      [...starts],
      [
        ['fixe', 0],
        ['autre', 1],
      ],
    )
    assert.deepEqual(spent, [100, 100])
  })

  test('compte le fonctionnement des années suivantes', () => {
    const candidates = [action('a', { running: 60 }), action('b', { points: 9 })]
    const { starts } = schedulePlan({ envelopes: [100, 100], candidates })
    assert.deepEqual(
      [...starts],
      [
        ['a', 1],
        ['b', 0],
      ],
    )
  })

  test('une enveloppe de 20 % plus basse dit ce qui sort et ce qui recule', () => {
    const candidates = [action('a', { points: 30 }), action('b', { points: 20, investment: 95 })]
    const { moves, envelopes } = simulateEnvelopes({ envelopes: [200, 120], candidates }, -20)
    assert.deepEqual(envelopes, [160, 96])
    assert.deepEqual(
      moves.map(({ id, kind }) => [id, kind]),
      [
        ['a', 'same'],
        ['b', 'later'],
      ],
    )
  })

  test('aucun franc ne se perd quand un investissement s’étale', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 5 }), (amount, parts) => {
        const shares = splitEvenly(amount, parts)
        assert.equal(
          shares.reduce((sum, one) => sum + one, 0),
          amount,
        )
        assert.ok(Math.max(...shares) - Math.min(...shares) <= 1)
      }),
    )
  })
})
