import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlannedAction } from './plan-lines.rules.ts'
import { forecastYears, gatherYears } from './years.rules.ts'

test('les années se suivent, chacune par section et par source', () => {
  const rows = gatherYears([
    { year: 2027, section: 'running', sourceCode: 'own', amount: 5 },
    { year: 2026, section: 'investment', sourceCode: 'fic', amount: 10 },
    { year: 2026, section: 'running', sourceCode: 'own', amount: 2 },
    { year: 2026, section: 'running', sourceCode: 'fic', amount: 1 },
  ])
  assert.deepEqual(
    rows.map(({ year, investment, running, total }) => [year, investment, running, total]),
    [
      [2026, 10, 3, 13],
      [2027, 0, 5, 5],
    ],
  )
  assert.deepEqual(
    [...(rows[0]?.bySource ?? [])],
    [
      ['fic', 11],
      ['own', 2],
    ],
  )
  assert.deepEqual(gatherYears([]), [])
})

test('le plan en vigueur annonce les années sans budget, fonctionnement compris', () => {
  const action = { id: 'a', startYear: 2027, endYear: 2027, investment: 10, running: 2 }
  const rest = { fundingSource: 'fic', targetArea: 'data', status: 'planned', isShared: false }
  const actions = [{ ...action, ...rest } as PlannedAction]
  const known = gatherYears([{ year: 2027, section: 'investment', sourceCode: 'fic', amount: 9 }])
  const frame = { from: 2027, to: 2029, part: { isLeader: true, percent: 100 } }
  assert.deepEqual(
    forecastYears(actions, frame, known).map(({ year, investment, running, isForecast }) => [
      year,
      investment,
      running,
      isForecast,
    ]),
    [
      [2028, 0, 2, true],
      [2029, 0, 2, true],
    ],
  )
})
