import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findMedian, findYearBefore, rank, toPoints } from './series.rules.ts'
import { listMonthEnds } from './snapshot-days.rules.ts'

test('l’histoire garde la fin de chaque mois écoulé depuis le premier fait', () => {
  assert.deepEqual(listMonthEnds('2026-01-31', '2026-04-02'), [
    ...['2026-01-31', '2026-02-28', '2026-03-31'],
  ])
  assert.deepEqual(listMonthEnds('2026-04-01', '2026-04-30'), [])
  assert.equal(listMonthEnds('1990-01-01', '2026-04-30').length, 60)
})

test('la courbe part du premier jour mesuré, et se rompt où rien ne l’est', () => {
  const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-02']
  assert.deepEqual(
    toPoints(
      [
        { day: '2026-02-28', value: 4 },
        { day: '2026-04-02', value: 6 },
      ],
      days,
    ).map(({ value }) => value),
    [4, null, 6],
  )
  assert.deepEqual(toPoints([], days), [])
})

test('il y a un an : le dernier relevé d’avant, jamais d’il y a plus de deux ans', () => {
  const series = ['2024-11-30', '2025-11-30', '2025-12-31', '2026-12-05'].map((day) => ({
    ...{ day, value: 1 },
  }))
  assert.equal(findYearBefore(series)?.day, '2025-11-30')
  assert.equal(findYearBefore(series.slice(0, 1)), undefined)
  assert.equal(findYearBefore([series[0], series[3]].filter((one) => one !== undefined)), undefined)
})

test('les meilleures d’abord ; à égalité, le même rang, et le suivant les compte toutes', () => {
  const rows = [3, 9, 3, 1].map((value) => ({ value }))
  const ranks = (better: 'more' | 'less' | null) =>
    rank(rows, better).map((one) => [one.rank, one.row.value])
  assert.deepEqual(ranks('more'), [
    ...[
      [1, 9],
      [2, 3],
      [2, 3],
      [4, 1],
    ],
  ])
  assert.deepEqual(ranks('less')[0], [1, 1])
  assert.deepEqual(ranks(null)[0], [1, 9])
})

test('le rang est un de plus que le nombre de ceux qui font mieux', () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 77 })
  fc.assert(
    fc.property(values, (list) => {
      const rows = list.map((value) => ({ value }))
      for (const { rank: place, row } of rank(rows, 'less'))
        assert.equal(place, 1 + list.filter((value) => value < row.value).length)
    }),
  )
})

test('sans commune mesurée, pas de médiane', () => {
  assert.equal(findMedian([]), null)
  assert.equal(findMedian([{ value: 2 }, { value: 4 }]), 3)
})
