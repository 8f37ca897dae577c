/** Values over time, and communes in order. Pure. */
import { addYearsTo } from '#platform/days.rules.ts'
import { computeMedian } from './indicator.rules.ts'

interface Dated {
  readonly day: string
  readonly value: number
}

/** A point for each kept day from the first that has a value; null on those that have none. */
export function toPoints(
  series: readonly Dated[],
  days: readonly string[],
): { readonly day: string; readonly value: number | null }[] {
  const valueOn = new Map(series.map(({ day, value }) => [day, value]))
  const first = series[0]?.day
  return first === undefined
    ? []
    : days.filter((day) => day >= first).map((day) => ({ day, value: valueOn.get(day) ?? null }))
}

/** The last value at least a year older than the latest one, and less than two. */
export function findYearBefore<One extends Dated>(series: readonly One[]): One | undefined {
  const latest = series.at(-1)
  if (!latest) return undefined
  const before = addYearsTo(latest.day, -1)
  return series.findLast(({ day }) => day <= before && day > addYearsTo(latest.day, -2))
}

export function groupBy<One, Key>(rows: readonly One[], keyOf: (row: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

export interface Ranked<One> {
  readonly rank: number
  readonly row: One
}

/** The best first; equal values share a rank, and the next rank counts them all. Where neither is better, the highest first. */
export function rank<One extends { readonly value: number }>(
  rows: readonly One[],
  better: 'more' | 'less' | null,
): Ranked<One>[] {
  const sign = better === 'less' ? 1 : -1
  const sorted = rows.toSorted((a, b) => sign * (a.value - b.value))
  const ranked: Ranked<One>[] = []
  for (const [index, row] of sorted.entries()) {
    const before = ranked.at(-1)
    ranked.push({ row, rank: before && before.row.value === row.value ? before.rank : index + 1 })
  }
  return ranked
}

/** Null when none of them has a value. */
export function findMedian(rows: readonly { readonly value: number }[]): number | null {
  return rows.length === 0 ? null : computeMedian(rows.map(({ value }) => value))
}
