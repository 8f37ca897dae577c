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
    forecastYears([{ actions, ...frame }], known).map(
      ({ year, investment, running, isForecast }) => [year, investment, running, isForecast],
    ),
    [
      [2028, 0, 2, true],
      [2029, 0, 2, true],
    ],
  )
})

test('deux plans s’ajoutent dans la même année, chacun pour la part de la commune', () => {
  const action = {
    ...{ id: 'a', code: null, title: 'Former', purpose: '', startYear: 2028, endYear: 2028 },
    ...{ investment: 100, running: 0, fundingSource: 'own', department: '', targetArea: 'skills' },
    ...{ status: 'planned', isShared: true },
  }
  const frame = { actions: [action], from: 2028, to: 2028 }
  const plans = [
    { ...frame, part: { isLeader: true, percent: 100 } },
    { ...frame, part: { isLeader: false, percent: 40 } },
  ]
  assert.deepEqual(
    forecastYears(plans, []).map(({ year, total }) => [year, total]),
    [[2028, 140]],
  )
})
