/** How wide each column of a Word table is: Word does not fit columns to what they hold, and breaks figures in the middle. */
import type { LaidColumn, LaidTable, Line } from '../laid-out.types.ts'

/** In twentieths of a point, for the letters of a cell and the bold ones above: wide, since fonts differ between computers. */
const letter = 105
const boldLetter = 128
const padding = 230

type Sized = Pick<LaidTable, 'columns' | 'rows' | 'total'>

/**
 * Whole twentieths of a point that make at most the width. A column without a share takes what its longest line needs; the others
 * share what is left; none is narrower than its longest word, as long as all words fit.
 */
export function shareWidth({ columns, rows, total }: Sized, whole: number): number[] {
  const lines = columns.map((_, index) => [...rows, total ?? []].map((cells) => cells[index] ?? []))
  const figures = lines.map((own) => measureWord(toTexts(own)))
  const least = columns.map(({ label }, index) =>
    Math.max(measureWord([label], boldLetter), figures[index] ?? 0),
  )
  const needed = columns.map(({ width }, index) =>
    width === null ? Math.max(least[index] ?? 0, measureLine(toTexts(lines[index]))) : null,
  )
  if (sumOf(least) >= whole) return squeeze(figures, least, whole)
  return fill(columns, least, needed, whole)
}

/** Too little room for every word: those of the head give way before what the rows hold. */
function squeeze(figures: readonly number[], least: readonly number[], whole: number): number[] {
  const [held, wanted] = [sumOf(figures), sumOf(least)]
  if (held >= whole) return figures.map((width) => Math.floor((width * whole) / held))
  const part = (whole - held) / (wanted - held)
  return figures.map((width, index) => Math.floor(width + ((least[index] ?? 0) - width) * part))
}

function fill(
  columns: readonly LaidColumn[],
  least: readonly number[],
  needed: readonly (number | null)[],
  whole: number,
): number[] {
  const fixed = new Map<number, number>()
  for (const [index, width] of needed.entries()) if (width !== null) fixed.set(index, width)
  const others = sumOf(least.filter((_, index) => !fixed.has(index)))
  if (fixed.size === columns.length || sumOf(fixed.values()) + others > whole) fixed.clear()
  for (;;) {
    const left = whole - sumOf(fixed.values())
    const open = columns.flatMap(({ width }, index) =>
      fixed.has(index) ? [] : [{ index, share: width ?? 0.5 }],
    )
    const shares = sumOf(open.map(({ share }) => share))
    const widthOf = (share: number) => Math.floor((share * left) / shares)
    const narrow = open.filter(({ index, share }) => widthOf(share) < (least[index] ?? 0))
    if (narrow.length === 0)
      return columns.map(
        (_, index) =>
          fixed.get(index) ?? widthOf(open.find((one) => one.index === index)?.share ?? 0),
      )
    for (const { index } of narrow) fixed.set(index, least[index] ?? 0)
  }
}

const sumOf = (widths: Iterable<number>) => [...widths].reduce((sum, width) => sum + width, 0)

const toTexts = (lines: readonly Line[] = []) =>
  lines.map((line) => line.map(({ text }) => text).join(''))

/** Spaces that do not break hold a figure together. */
function measureWord(texts: readonly string[], width = letter): number {
  const words = texts.flatMap((text) => text.split(/[ \n-]/))
  return measureLine(words, width)
}

function measureLine(texts: readonly string[], width = letter): number {
  return Math.max(0, ...texts.map(({ length }) => length)) * width + padding
}
