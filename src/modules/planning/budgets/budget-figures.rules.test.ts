import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BudgetLine, Execution } from './budget.schema.ts'
import { compareShare, percentOf, sumExecution, sumLines, totalOf } from './budget-figures.rules.ts'

const line = (key: string, section: string, amount: number) =>
  ({ key, section, amount }) as BudgetLine
const lines = [line('a', 'investment', 4_000_000), line('b', 'running', 1_000_000)]

test('les lignes se somment par section', () => {
  assert.deepEqual(sumLines(lines), { investment: 4_000_000, running: 1_000_000, total: 5_000_000 })
  assert.equal(sumLines([]).total, 0)
})

test('la part du numérique se compare à la part conseillée, avec l’écart en FCFA', () => {
  const totals = { totalInvestment: 150_000_000, totalRunning: 100_000_000 }
  assert.deepEqual(compareShare(5_000_000, totals, 30), {
    sharePerMille: 20,
    advisedPerMille: 30,
    advisedAmount: 7_500_000,
    gap: 2_500_000,
  })
  assert.equal(compareShare(9_000_000, totals, 30)?.gap, -1_500_000)
})

test('sans le budget entier, ou sans conseil, rien ne se compare', () => {
  assert.equal(compareShare(1, { totalInvestment: null, totalRunning: 5 }, 30), null)
  assert.equal(compareShare(1, { totalInvestment: 0, totalRunning: 0 }, 30), null)
  assert.equal(compareShare(1, { totalInvestment: 5, totalRunning: 5 }, null), null)
  assert.equal(totalOf({ totalInvestment: 5, totalRunning: null }), null)
})

test('un engagement au-delà du vote est désigné', () => {
  const execution = new Map<string, Execution>([
    ['a', { lineKey: 'a', committed: 4_500_000, paid: 1_000_000, asOf: '2026-09-30', note: '' }],
  ])
  const { voted, committed, paid, over } = sumExecution(lines, execution)
  assert.deepEqual([voted, committed, paid], [5_000_000, 4_500_000, 1_000_000])
  assert.deepEqual(
    over.map(({ key }) => key),
    ['a'],
  )
})

test('une part de rien n’est pas une part', () => {
  assert.equal(percentOf(1, 3), 33)
  assert.equal(percentOf(1, 0), null)
})
