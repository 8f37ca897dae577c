import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanLine } from './plan-lines.rules.ts'
import { balance, placeActions, simulateLines } from './simulate-lines.rules.ts'

const drawn = (planActionId: string, amount: number) =>
  ({ planActionId, section: 'investment', label: planActionId, amount }) as PlanLine
const line = (planActionId: string | null, amount: number) =>
  ({ planActionId, section: 'investment', label: planActionId ?? 'main', amount }) as const

test('seul ce que l’enveloppe change bouge une ligne', () => {
  const lines = [
    line('stays', 10),
    line('leaves', 20),
    line('changes', 30),
    line(null, 40),
    line('old', 50),
  ]
  const before = [drawn('stays', 10), drawn('leaves', 20), drawn('changes', 30)]
  const after = [drawn('stays', 10), drawn('changes', 15), drawn('enters', 5)]
  assert.deepEqual(
    simulateLines(lines, before, after).map(({ label, kind, after: amount }) => [
      label,
      kind,
      amount,
    ]),
    [
      ['stays', 'stays', 10],
      ['leaves', 'leaves', 0],
      ['changes', 'changes', 15],
      ['main', 'byHand', 40],
      ['old', 'stays', 50],
      ['enters', 'enters', 5],
    ],
  )
})

test('un montant corrigé à la main reste le sien tant que rien ne bouge', () => {
  const [one] = simulateLines([line('a', 12)], [drawn('a', 10)], [drawn('a', 10)])
  assert.deepEqual([one?.kind, one?.after], ['stays', 12])
})

test('ce qui manque encore pour tenir l’enveloppe est compté', () => {
  const lines = simulateLines([line('a', 60), line(null, 40)], [drawn('a', 60)], [])
  assert.deepEqual(balance(lines, -20), { before: 100, target: 80, after: 40, missing: 0 })
  assert.equal(balance(simulateLines([line(null, 100)], [], []), -20).missing, 20)
})

test('une action sort du calendrier, ou y commence plus tard', () => {
  const action = { id: 'a', durationYears: 2, startYear: 2027, endYear: 2028 } as never
  const at = (start: number | null) => {
    const [placed] = placeActions([action], new Map([['a', start]]), 2027)
    return [placed?.['startYear' as never], placed?.['endYear' as never]]
  }
  assert.deepEqual(at(1), [2028, 2029])
  assert.deepEqual(at(null), [null, null])
})
