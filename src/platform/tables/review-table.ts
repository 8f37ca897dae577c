/** Reads a whole file once, before anything is written: how many lines, what is wrong with which, and the first as they were read. */
import { createHash } from 'node:crypto'
import { t } from '../i18n.ts'
import type { Columns, ValuesOf } from './columns.rules.ts'
import type { Header } from './find-header.rules.ts'
import { type Fault, openTable, type TableLine } from './read-table.ts'
import { UnreadableTable } from './source-row.types.ts'

/** What only the object knows of a line: an unknown account, a year of another budget. Messages in French. */
export type LineCheck<T> = (values: T, line: number) => readonly Pick<Fault, 'column' | 'message'>[]

export interface Review<T> {
  /** Lines that may be written. */
  readonly accepted: number
  readonly faults: readonly Fault[]
  /** Beyond those that are told. */
  readonly untold: number
  readonly totals: number
  /** The columns that are there, by their keys, and those that say nothing here. */
  readonly columns: readonly string[]
  readonly ignoredColumns: readonly string[]
  readonly sample: readonly { readonly line: number; readonly values: T }[]
}

const mostTold = 100
const sampleSize = 20

export async function reviewTable<C extends Columns>(
  bytes: Buffer,
  columns: C,
  check: LineCheck<ValuesOf<C>> = () => [],
): Promise<Review<ValuesOf<C>>> {
  const tally = new Tally<ValuesOf<C>>()
  try {
    const table = await openTable(bytes, columns)
    if (!table.ok) return { ...tally.review(), faults: table.faults }
    for await (const line of table.lines) tally.count(checkLine(line, check))
    tally.refuseEmpty()
    return tally.review(table.header)
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error
    tally.tell([{ line: null, column: null, message: error.message }])
    return tally.review()
  }
}

class Tally<T> {
  readonly #told: Fault[] = []
  readonly #sample: { line: number; values: T }[] = []
  #accepted = 0
  #totals = 0
  #faults = 0

  count(line: TableLine<T>): void {
    if (line.ok === 'total') this.#totals++
    else if (!line.ok) this.tell(line.faults)
    else {
      this.#accepted++
      const { line: at, values } = line
      if (this.#sample.length < sampleSize) this.#sample.push({ line: at, values })
    }
  }

  tell(faults: readonly Fault[]): void {
    this.#faults += faults.length
    this.#told.push(...faults.slice(0, mostTold - this.#told.length))
  }

  refuseEmpty(): void {
    const message = t('Le fichier ne contient aucune ligne à importer.')
    if (this.#accepted === 0 && this.#faults === 0)
      this.tell([{ line: null, column: null, message }])
  }

  review(header?: Header): Review<T> {
    return {
      accepted: this.#accepted,
      faults: this.#told,
      untold: this.#faults - this.#told.length,
      totals: this.#totals,
      columns: [...(header?.places.keys() ?? [])],
      ignoredColumns: header?.ignored ?? [],
      sample: this.#sample,
    }
  }
}

function checkLine<T>(line: TableLine<T>, check: LineCheck<T>): TableLine<T> {
  if (line.ok !== true) return line
  const faults = check(line.values, line.line).map((fault) => ({ ...fault, line: line.line }))
  return faults.length > 0 ? { ok: false, line: line.line, faults } : line
}

/** The lines of a file that was reviewed, by batches to write; a line at fault stops everything, for the file or what it names changed since. */
export async function* readAccepted<C extends Columns>(
  bytes: Buffer,
  columns: C,
  check: LineCheck<ValuesOf<C>> = () => [],
  size = 500,
): AsyncGenerator<{ readonly line: number; readonly values: ValuesOf<C> }[]> {
  const table = await openTable(bytes, columns)
  if (!table.ok) throw new UnreadableTable(table.faults[0]?.message)
  let batch: { line: number; values: ValuesOf<C> }[] = []
  for await (const read of table.lines) {
    const line = checkLine(read, check)
    if (line.ok === false) throw new UnreadableTable(line.faults[0]?.message)
    if (line.ok === 'total') continue
    batch.push(line)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What makes a line the same when the file comes again. */
export function hashLine(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
