/** How additions make a value, for a commune and for the groups it belongs to. Pure. */
import type { Addition, Method, Place, Scope, Value } from './indicator.types.ts'

/** Null when nothing was measured: a share of nothing is not zero. */
export function aggregate(method: Method, additions: readonly Addition[]): Value | null {
  if (additions.length === 0) return null
  if (method === 'median') {
    const value = computeMedian(additions.map(({ part }) => part))
    return { value: round(value), numerator: null, denominator: additions.length }
  }
  const numerator = sum(additions.map(({ part }) => part))
  if (method === 'sum') return { value: numerator, numerator, denominator: null }
  const denominator = sum(additions.map(({ whole }) => whole))
  if (denominator <= 0) return null
  const value = round((numerator / denominator) * (method === 'share' ? 100 : 1))
  return { value, numerator, denominator }
}

/** Between the two in the middle when they are even in number; of nothing, it is not a number. */
export function computeMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

export interface ScopedValue extends Scope, Value {}

/** The value of the country, of each department and category, and of each commune that something was read of. */
export function aggregateByScope(
  method: Method,
  additions: readonly Addition[],
  places: ReadonlyMap<string, Place>,
): ScopedValue[] {
  const groups = new Map<string, { scope: Scope; additions: Addition[] }>()
  const add = (scope: Scope, addition: Addition) => {
    const key = `${scope.groupKey} ${scope.communeId ?? ''}`
    const group = groups.get(key) ?? { scope, additions: [] }
    group.additions.push(addition)
    groups.set(key, group)
  }
  for (const addition of additions)
    for (const scope of listScopes(addition, places)) add(scope, addition)
  return [...groups.values()].flatMap((group) => {
    const value = aggregate(method, group.additions)
    return value === null ? [] : [{ ...group.scope, ...value }]
  })
}

function listScopes({ communeId }: Addition, places: ReadonlyMap<string, Place>): Scope[] {
  const country = { groupKey: '', communeId: null }
  if (communeId === null) return [country]
  const place = places.get(communeId)
  if (!place) return []
  const groups = [place.departmentCode, place.category]
  return [
    country,
    ...groups.map((groupKey) => ({ groupKey, communeId: null })),
    { groupKey: '', communeId },
  ]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What is kept: beyond, figures say nothing. */
const round = (value: number) => Math.round(value * 10_000) / 10_000
