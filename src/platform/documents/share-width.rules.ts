/** How wide each column of a printed table is, where the printer does not fit columns to what they hold by itself. */
import type { LaidColumn, LaidTable, Line } from './laid-out.types.ts'

type Sized = Pick<LaidTable, 'columns' | 'rows' | 'total'>

/** The room a text takes in a cell of the head or of a row, its padding included. */
type Measure = (text: string, isHead: boolean) => number

/**
 * Whole units that make at most the width. A column without a share takes what its longest line needs; the others share what is left;
 * none is narrower than its longest word, as long as all words fit.
 */
export function shareWidth(
  { columns, rows, total }: Sized,
  whole: number,
  measure: Measure,
): number[] {
  const cells = columns.map((_, index) => toTexts([...rows, total ?? []], index))
  const widest = (texts: readonly string[], isHead = false) =>
    Math.max(...texts.map((text) => measure(text, isHead)), measure('', isHead))
  const held = cells.map((texts) => widest(texts.flatMap(toWords)))
  const least = columns.map(({ label }, index) =>
    Math.max(widest(toWords(label), true), held[index] ?? 0),
  )
  if (sumOf(least) >= whole) return squeeze(held, least, whole)
  const needed = columns.map(({ width }, index) =>
    width === null ? Math.max(least[index] ?? 0, widest(cells[index] ?? [])) : null,
  )
  return fill(columns, least, needed, whole)
}

/** Too little room for every word: those of the head give way before what the rows hold. */
function squeeze(held: readonly number[], least: readonly number[], whole: number): number[] {
  const room = whole - sumOf(held)
  if (room <= 0) return held.map((width) => Math.floor((width * whole) / sumOf(held)))
  const part = room / (sumOf(least) - sumOf(held))
  return held.map((width, index) => Math.floor(width + ((least[index] ?? 0) - width) * part))
}

/** What a column needs is given first, where words leave room for it; then those that a share would cut; then the shares. */
function fill(
  columns: readonly LaidColumn[],
  least: readonly number[],
  needed: readonly (number | null)[],
  whole: number,
): number[] {
  const sumNeeded = sumOf(needed.map((width, index) => width ?? least[index] ?? 0))
  const isRoomy = sumNeeded <= whole && needed.includes(null)
  const given = isRoomy ? [...needed] : columns.map(() => null)
  for (;;) {
    const left = whole - sumOf(given.map((width) => width ?? 0))
    const shares = columns.map(({ width }, index) => (given[index] === null ? (width ?? 0.5) : 0))
    const widths = columns.map(
      (_, index) => given[index] ?? Math.floor(((shares[index] ?? 0) * left) / sumOf(shares)),
    )
    const narrow = widths.findIndex((width, index) => width < Math.floor(least[index] ?? 0))
    if (narrow < 0) return widths
    given[narrow] = least[narrow] ?? 0
  }
}

const sumOf = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0)

const toTexts = (rows: readonly (readonly Line[])[], index: number) =>
  rows.map((row) => (row[index] ?? []).map(({ text }) => text).join(''))

/** Spaces that do not break hold a figure together. */
const toWords = (text: string) => text.split(/[ \n-]/)
