import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatherYears } from './years.rules.ts'

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
