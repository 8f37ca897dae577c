/** Points at wording that names a product, discriminates, or says nothing that can be checked. It never blocks. */
import { type Folded, fold } from './fold.rules.ts'
import type { Need } from './need.schema.ts'
import {
  brands,
  brandsLikeWords,
  patterns,
  productAdvice,
  softenedAdvice,
  type WordingKind,
} from './wording.lists.ts'

/** What is pointed at in each answer: what is done today, and for whom, may name things as they are. */
const checkedFields = {
  title: ['product', 'discrimination', 'solutionFirst', 'vague'],
  problem: ['product', 'discrimination', 'solutionFirst', 'vague'],
  currentSituation: [],
  beneficiaries: ['product'],
  expectedOutcome: ['product', 'discrimination', 'solutionFirst', 'vague'],
  otherConstraints: ['product', 'discrimination', 'vague'],
} as const satisfies Partial<Record<keyof Need, readonly WordingKind[]>>
export type CheckedField = keyof typeof checkedFields

export interface WordingWarning {
  readonly field: CheckedField
  /** Positions in the text as it was typed; `excerpt` is what stands between them. */
  readonly start: number
  readonly end: number
  readonly excerpt: string
  readonly kind: WordingKind
  readonly message: string
  readonly suggestion: string
}

interface KnownNames {
  /** Names of the catalogue that may stand in the text: products and companies. */
  readonly productNames: readonly string[]
}

/** All that is checked, for whoever looks names up in it. */
export function joinCheckedText(need: Pick<Need, CheckedField>): string {
  return (Object.keys(checkedFields) as CheckedField[]).map((field) => need[field]).join('\n')
}

export function checkNeedWording(
  need: Pick<Need, CheckedField>,
  { productNames }: KnownNames,
): WordingWarning[] {
  const names = indexNames(productNames)
  return (Object.keys(checkedFields) as CheckedField[]).flatMap((field) => {
    const kinds: readonly WordingKind[] = checkedFields[field]
    return checkText(need[field], names)
      .filter(({ kind }) => kinds.includes(kind))
      .map((warning) => ({ field, ...warning }))
  })
}

function checkText(typed: string, names: NameIndex): Omit<WordingWarning, 'field'>[] {
  const folded = fold(typed)
  const locate = ({ from, to }: Range) => {
    const start = folded.positions[from] ?? 0
    const end = folded.positions[to] ?? typed.length
    return { start, end, excerpt: typed.slice(start, end) }
  }
  const products = findNames(typed, folded, names).map((range) => ({
    ...locate(range),
    kind: 'product' as const,
    ...(isSoftened(folded.text, range) ? softenedAdvice : productAdvice),
  }))
  const phrases = patterns.flatMap(({ pattern, ...advice }) =>
    [...folded.text.matchAll(pattern)].map(({ index, 0: found }) => ({
      ...locate({ from: index, to: index + found.length }),
      ...advice,
    })),
  )
  return [...products, ...phrases].sort((a, b) => a.start - b.start || a.end - b.end)
}

interface Range {
  readonly from: number
  readonly to: number
}

function isSoftened(text: string, { to }: Range): boolean {
  return /^[^.\n]{0,20}\bou (?:tout |autre )?(?:equivalent|similaire)/.test(text.slice(to, to + 45))
}

interface KnownName {
  readonly name: string
  /** Ordinary words may be a name: « Couloir » is one, « un couloir » is not. */
  readonly needsCapital: boolean
}

/** By first word, so that a long catalogue costs no more than a short one. */
type NameIndex = ReadonlyMap<string, readonly KnownName[]>

const word = /[\p{L}\p{N}]+/gu

function indexNames(productNames: readonly string[]): NameIndex {
  const index = new Map<string, KnownName[]>()
  const add = (name: string, needsCapital: boolean) => {
    const first = name.match(word)?.[0]
    if (first === undefined || name.length < 2) return
    const known = index.get(first)
    if (known) known.push({ name, needsCapital })
    else index.set(first, [{ name, needsCapital }])
  }
  for (const name of brands) add(name, false)
  for (const name of brandsLikeWords) add(name, true)
  for (const name of new Set(productNames)) add(cleanName(name), true)
  return index
}

/** Without what a name adds in brackets, which nobody types. */
function cleanName(name: string): string {
  return fold(name.replace(/\s*\([^)]*\)/g, ''))
    .text.replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
}

/** Whole words only; of two names that overlap, the longer. */
function findNames(typed: string, { text, positions }: Folded, names: NameIndex): Range[] {
  const found: Range[] = []
  for (const { index: from, 0: first } of text.matchAll(word)) {
    if (from < (found.at(-1)?.to ?? 0)) continue
    const ends = (names.get(first) ?? [])
      .map(({ name, needsCapital }) => ({ to: from + name.length, name, needsCapital }))
      .filter(({ name, to }) => text.startsWith(name, from) && endsWord(text, to))
      .filter(
        ({ needsCapital, to }) =>
          !needsCapital || isCapitalised(typed, positions[from] ?? 0, positions[to] ?? 0),
      )
      .map(({ to }) => to)
    if (ends.length > 0) found.push({ from, to: Math.max(...ends) })
  }
  return found
}

function endsWord(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))
}

/** A capital that is not merely the first of a sentence. */
function isCapitalised(typed: string, start: number, end: number): boolean {
  const opensSentence = /(?:^|[.!?:\n])[\s«"(–-]*$/.test(typed.slice(0, start))
  return /\p{Lu}/u.test(typed.slice(opensSentence ? start + 1 : start, end))
}
