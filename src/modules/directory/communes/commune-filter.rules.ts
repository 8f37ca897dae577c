/** Choosing among the communes: by name in any spelling, by department, by category. */
import type { CommuneLine } from './commune.queries.ts'

export interface CommuneFilter {
  readonly words: string
  readonly department: string
  readonly category: string
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readFilter(query: Query): CommuneFilter {
  const read = (name: string) => ([query[name]].flat()[0] ?? '').trim().slice(0, 80)
  return { words: read('q'), department: read('departement'), category: read('categorie') }
}

type Named = Pick<CommuneLine, 'name' | 'aliases' | 'departmentCode' | 'category'>

export function filterCommunes<Line extends Named>(
  communes: readonly Line[],
  { words, department, category }: CommuneFilter,
): Line[] {
  const wanted = fold(words)
  return communes.filter(
    (commune) =>
      (department === '' || commune.departmentCode === department) &&
      (category === '' || commune.category === category) &&
      (wanted === '' ||
        [commune.name, ...commune.aliases].some((name) => isNamed(fold(name), wanted))),
  )
}

/** « seme podji », « Sèmè-Podji » and « SEME » all name Sèmè; one slip in a longer word is forgiven. */
function isNamed(name: string, wanted: string): boolean {
  return (
    name.includes(wanted) ||
    (wanted.length >= 5 && countSlips(name, wanted) <= (wanted.length >= 8 ? 2 : 1))
  )
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Letters to change, add or take away to go from one to the other (Levenshtein). */
export function countSlips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The levels of the map: how many solutions a commune confirmed that it uses. */
export const levels = [
  { level: 0, label: 'Aucune' },
  { level: 1, label: 'Une' },
  { level: 2, label: 'Deux' },
  { level: 3, label: 'Trois ou quatre' },
  { level: 4, label: 'Cinq et plus' },
]

export function levelOf(uses: number): number {
  if (uses <= 2) return uses
  return uses <= 4 ? 3 : 4
}
