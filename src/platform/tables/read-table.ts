/** A file of rows read against its columns: each line gives its values, or what is wrong with it. Nothing is kept of the lines. */
import { t } from '../i18n.ts'
import { isBlank, showCell } from './cells.rules.ts'
import type { Columns, ValuesOf } from './columns.rules.ts'
import { findHeader, type Header, headerWithin } from './find-header.rules.ts'
import { foldWords } from './fold.rules.ts'
import { readRows } from './read-rows.ts'
import type { RowLimits, SourceRow } from './source-row.types.ts'

export interface Fault {
  /** Null when it is the file's own. */
  readonly line: number | null
  /** The name of the column, when one is at fault. */
  readonly column: string | null
  /** In French: what is wrong, and what to do. */
  readonly message: string
}

export type TableLine<T> =
  | { readonly ok: true; readonly line: number; readonly values: T }
  | { readonly ok: false; readonly line: number; readonly faults: readonly Fault[] }
  /** A line of totals: read by nobody, and said. */
  | { readonly ok: 'total'; readonly line: number }

export interface OpenedTable<C extends Columns> {
  readonly ok: true
  readonly header: Header<keyof C & string>
  /** Throws UnreadableTable where the file turns out to be damaged, or too big. */
  readonly lines: AsyncGenerator<TableLine<ValuesOf<C>>>
}

export type TableOpening<C extends Columns> =
  | OpenedTable<C>
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Throws UnreadableTable when the file is not a table at all. */
export async function openTable<C extends Columns>(
  bytes: Buffer,
  columns: C,
  limits?: RowLimits,
): Promise<TableOpening<C>> {
  const rows = readRows(bytes, limits)
  const first: SourceRow[] = []
  for (let row = await rows.next(); !row.done; row = await rows.next()) {
    first.push(row.value)
    if (first.length === headerWithin) break
  }
  const header = findHeader(first, columns)
  if (!header.ok) return { ok: false, faults: header.because.map(ofFile) }
  const below = first.filter(({ line }) => line > header.line)
  return { ok: true, header, lines: readLines(below, rows, columns, header) }
}

const ofFile = (message: string): Fault => ({ line: null, column: null, message })

async function* readLines<C extends Columns>(
  first: readonly SourceRow[],
  rest: AsyncGenerator<SourceRow>,
  columns: C,
  { places }: Header,
): AsyncGenerator<TableLine<ValuesOf<C>>> {
  for (const row of first) if (!isEmpty(row)) yield readLine(row, columns, places)
  for await (const row of rest) if (!isEmpty(row)) yield readLine(row, columns, places)
}

const isEmpty = ({ cells }: SourceRow) => cells.every(isBlank)

function readLine<C extends Columns>(
  row: SourceRow,
  columns: C,
  places: Header['places'],
): TableLine<ValuesOf<C>> {
  const { line, cells } = row
  if (isTotal(row)) return { ok: 'total', line }
  const faults: Fault[] = []
  const values: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(columns)) {
    const place = places.get(key)
    const cell = place === undefined ? null : (cells[place] ?? null)
    const reading = column.read(cell, row)
    if (reading.ok) values[key] = reading.value
    else
      faults.push({ line, column: column.label, message: explain(showCell(cell), reading.because) })
  }
  return faults.length > 0
    ? { ok: false, line, faults }
    : { ok: true, line, values: values as never }
}

/** « Total », « Sous-total »: in the first cell that is filled. */
function isTotal({ cells }: SourceRow): boolean {
  const first = cells.find((cell) => !isBlank(cell))
  return typeof first === 'string' && /^(sous )?(total|totaux)\b/.test(foldWords(first))
}

function explain(shown: string, because: string): string {
  if (shown === '') return t('La cellule {because}.', { because })
  const cell = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  return t('« {cell} » {because}.', { cell, because })
}
