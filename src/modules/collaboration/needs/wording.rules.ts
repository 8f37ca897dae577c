/** Points at wording that names a product, discriminates, or says nothing that can be checked. It never blocks. */
import type { Need } from './need.schema.ts'
import { brands, patterns, productWording, type WordingKind } from './wording.lists.ts'

const checkedFields = [
  'title',
  'problem',
  'currentSituation',
  'beneficiaries',
  'expectedOutcome',
  'otherConstraints',
] as const
export type CheckedField = (typeof checkedFields)[number]

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
  /** Names of the catalogue: products and companies. */
  readonly productNames: readonly string[]
}

export function checkNeedWording(
  need: Pick<Need, CheckedField>,
  { productNames }: KnownNames,
): WordingWarning[] {
  const names = [...brands, ...productNames.map((name) => fold(name).text)].filter(
    (name) => name.length > 1,
  )
  return checkedFields.flatMap((field) => checkText(field, need[field], names))
}

function checkText(field: CheckedField, typed: string, names: readonly string[]): WordingWarning[] {
  const folded = fold(typed)
  const products = findNames(folded.text, names).map((range) => ({
    ...range,
    kind: 'product' as const,
    ...productWording,
  }))
  const others = patterns.flatMap(({ pattern, kind, message, suggestion }) =>
    [...folded.text.matchAll(pattern)].map(({ index, 0: match }) => ({
      from: index,
      to: index + match.length,
      kind,
      message,
      suggestion,
    })),
  )
  return [...products, ...others]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, ...why }) => {
      const start = folded.positions[from] ?? 0
      const end = folded.positions[to] ?? typed.length
      return { field, start, end, excerpt: typed.slice(start, end), ...why }
    })
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Whole words only, and not where « ou équivalent » follows closely. */
function findNames(text: string, names: readonly string[]): Range[] {
  const found: Range[] = []
  for (const name of new Set(names)) {
    for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + 1)) {
      const to = from + name.length
      if (isWholeWord(text, from, to) && !/^.{0,20}\bou (?:tout )?equivalent/.test(text.slice(to)))
        found.push({ from, to })
    }
  }
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.to - other.from > one.to - one.from,
      ),
  )
}

function isWholeWord(text: string, from: number, to: number): boolean {
  return !/[a-z0-9]/.test(text[from - 1] ?? ' ') && !/[a-z0-9]/.test(text[to] ?? ' ')
}

/** The text without accents nor capitals, and where each of its letters stands in what was typed. */
export function fold(typed: string): { text: string; positions: number[] } {
  let text = ''
  const positions: number[] = []
  let at = 0
  for (const letter of typed) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('’', "'")
    for (const one of plain) {
      for (let unit = 0; unit < one.length; unit++) positions.push(at)
      text += one
    }
    at += letter.length
  }
  positions.push(at)
  return { text, positions }
}
