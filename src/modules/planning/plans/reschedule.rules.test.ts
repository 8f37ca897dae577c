import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { listReschedule, simulatePlan } from './reschedule.rules.ts'

const action = (id: string, startYear: number, status: string) =>
  ({
    ...{ id, title: id, status, startYear, endYear: startYear, durationYears: 1 },
    ...{ investment: 10, running: 0, effects: { connectivity: 1 } },
    ...{ isMandatory: false, isPinned: false },
  }) as unknown as PlanAction

const full = {
  plan: { firstYear: 2025, years: 3, yearlyEnvelopes: [10, 10, 10] },
  actions: [
    action('faite', 2025, 'done'),
    action('en cours', 2026, 'running'),
    action('prévue', 2027, 'planned'),
    action('en retard', 2025, 'late'),
  ],
  dependencies: [],
} as unknown as FullPlan
const known = { levels: new Map(), thisYear: 2026 }

describe('un plan dont des années sont passées', () => {
  test('ce qui a commencé reste ; rien ne se place avant cette année', () => {
    const moved = new Map(
      listReschedule(full, known).map(({ action: { id }, startYear }) => [id, startYear]),
    )
    assert.equal(moved.has('faite'), false)
    assert.equal(moved.has('en cours'), false)
    assert.deepEqual(
      [...moved.values()].filter((year) => year !== null && year < 2026),
      [],
    )
  })

  test('une enveloppe plus basse ne touche ni ce qui est fait ni l’année passée', () => {
    const { envelopes, moves } = simulatePlan(full, known, -50)
    assert.deepEqual(envelopes, [10, 5, 5])
    const kindOf = (id: string) => moves.find((move) => move.id === id)?.kind
    assert.equal(kindOf('faite'), 'same')
    assert.equal(kindOf('en cours'), 'same')
    const [waiting] = moves.filter(({ kind }) => kind === 'dropped')
    assert.ok(waiting)
  })
})
