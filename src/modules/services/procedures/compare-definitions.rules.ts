/** What differs between two versions of a procedure, as a person would say it; nothing when they are the same. */
import type { Definition, Field } from './procedure.types.ts'

export interface DefinitionChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly subject: 'procedure' | 'page' | 'field'
  /** The code of what changed; for the procedure, the part of it. */
  readonly code: string
  readonly label: string
  /** The parts that differ, of what is on both sides. */
  readonly parts: readonly string[]
}

interface Placed {
  readonly subject: 'page' | 'field'
  readonly code: string
  readonly label: string
  /** The page or block that holds it, and its own parts. */
  readonly under: string
  readonly parts: Readonly<Record<string, unknown>>
}

export function compareDefinitions(before: Definition, after: Definition): DefinitionChange[] {
  return [
    ...compareFrames(before, after),
    ...compareElements(listPlaced(before), listPlaced(after)),
  ]
}

function compareFrames(before: Definition, after: Definition): DefinitionChange[] {
  const { pages: _, ...frame } = before
  const { pages: __, ...next } = after
  return listDifferent(frame, next).map((code) => ({
    kind: 'changed',
    subject: 'procedure',
    code,
    label: after.title,
    parts: [code],
  }))
}

function listPlaced({ pages }: Definition): Placed[] {
  return pages.flatMap(({ fields, ...page }) => [
    { subject: 'page', code: page.code, label: page.label, under: '', parts: page } as const,
    ...fields.flatMap((field) => placeField(field, page.code)),
  ])
}

function placeField(field: Field, under: string): Placed[] {
  const { code, label } = field
  if (field.type !== 'block') return [{ subject: 'field', code, label, under, parts: { ...field } }]
  const { fields, ...parts } = field
  return [
    { subject: 'field', code, label, under, parts },
    ...fields.flatMap((inner) => placeField(inner, code)),
  ]
}

function compareElements(before: readonly Placed[], after: readonly Placed[]): DefinitionChange[] {
  const key = ({ subject, code }: Placed) => `${subject}:${code}`
  const old = new Map(before.map((placed) => [key(placed), placed]))
  const current = new Set(after.map(key))
  const moved = listMoved(before, after, key)
  const name = ({ subject, code, label }: Placed) => ({ subject, code, label })
  return [
    ...before
      .filter((placed) => !current.has(key(placed)))
      .map((placed) => ({ kind: 'removed', ...name(placed), parts: [] }) as const),
    ...after.flatMap((placed): DefinitionChange[] => {
      const previous = old.get(key(placed))
      if (!previous) return [{ kind: 'added', ...name(placed), parts: [] }]
      const parts = listDifferent(previous.parts, placed.parts)
      return [
        ...(moved.has(key(placed)) ? [{ kind: 'moved', ...name(placed), parts: [] } as const] : []),
        ...(parts.length > 0 ? [{ kind: 'changed', ...name(placed), parts } as const] : []),
      ]
    }),
  ]
}

/** The fewest that must have moved: whatever another page holds now, and those outside the longest run still in its old order. */
function listMoved(
  before: readonly Placed[],
  after: readonly Placed[],
  key: (placed: Placed) => string,
): ReadonlySet<string> {
  const places = new Map(
    before.map((placed, index) => [key(placed), { under: placed.under, index }]),
  )
  const moved = new Set<string>()
  const runs = new Map<string, { name: string; index: number }[]>()
  for (const placed of after) {
    const old = places.get(key(placed))
    if (!old) continue
    if (old.under !== placed.under) moved.add(key(placed))
    else {
      const run = `${placed.subject}:${placed.under}`
      runs.set(run, [...(runs.get(run) ?? []), { name: key(placed), index: old.index }])
    }
  }
  for (const run of runs.values()) {
    const kept = findLongestRise(run.map(({ index }) => index))
    for (const [at, { name }] of run.entries()) if (!kept.has(at)) moved.add(name)
  }
  return moved
}

/** Where the longest rising part of these numbers stands. */
function findLongestRise(numbers: readonly number[]): ReadonlySet<number> {
  let best: readonly number[] = []
  const endingAt: (readonly number[])[] = []
  for (const [at, number] of numbers.entries()) {
    let longest: readonly number[] = []
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = endingAt[earlier] ?? []
      if ((numbers[earlier] ?? 0) < number && run.length > longest.length) longest = run
    }
    const run = [...longest, at]
    endingAt.push(run)
    if (run.length > best.length) best = run
  }
  return new Set(best)
}

function listDifferent(before: object, after: object): string[] {
  const [old, next] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])]
  return names.filter((name) => !isSame(old[name], next[name]))
}

/** Whatever the order in which properties were written; one that is absent is one that is undefined. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false
  return listDifferent(a, b).length === 0
}
