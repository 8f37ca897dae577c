/** What changed between two texts, word by word: the longest common run of words stays, the rest is taken out or put in. */

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A date or an amount is read whole: its pieces would tell less than the two of them. */
const shortText = 40

/** Joined, the pieces that are not added give `before`, those that are not removed give `after`. */
export function compareTexts(before: string, after: string): Piece[] {
  if (before !== after && Math.max(before.length, after.length) < shortText)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ].filter(({ text }) => text !== '') as Piece[]
  const old = splitWords(before)
  const fresh = splitWords(after)
  const start = countCommonStart(old, fresh)
  const end = countCommonEnd(old.slice(start), fresh.slice(start))
  const middle = compareWords(
    old.slice(start, old.length - end),
    fresh.slice(start, fresh.length - end),
  )
  return mergePieces([
    ...old.slice(0, start).map(toPiece('same')),
    ...middle,
    ...old.slice(old.length - end).map(toPiece('same')),
  ])
}

function splitWords(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}

function countCommonStart(old: readonly string[], fresh: readonly string[]): number {
  let count = 0
  while (count < Math.min(old.length, fresh.length) && old[count] === fresh[count]) count++
  return count
}

function countCommonEnd(old: readonly string[], fresh: readonly string[]): number {
  return countCommonStart(old.toReversed(), fresh.toReversed())
}

/** Beyond this many comparisons the middle is shown as replaced whole: nobody reads a finer account of it. */
const mostComparisons = 4_000_000

function compareWords(old: readonly string[], fresh: readonly string[]): Piece[] {
  if (old.length * fresh.length > mostComparisons)
    return [...old.map(toPiece('removed')), ...fresh.map(toPiece('added'))]
  const common = measureCommon(old, fresh)
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      pieces.push({ kind: 'same', text: old[i] ?? '' })
      i++
      j++
    } else if (
      j >= fresh.length ||
      (i < old.length && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      pieces.push({ kind: 'removed', text: old[i] ?? '' })
      i++
    } else {
      pieces.push({ kind: 'added', text: fresh[j] ?? '' })
      j++
    }
  }
  return pieces
}

/** The length of the longest common run of words of every pair of endings. */
function measureCommon(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint16Array
      row[j] =
        old[i] === fresh[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1))
    }
  }
  return lengths
}

function lengthAt(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

const toPiece = (kind: Piece['kind']) => (text: string) => ({ kind, text })

function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last?.kind === piece.kind)
      merged[merged.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else merged.push(piece)
  }
  return merged
}
