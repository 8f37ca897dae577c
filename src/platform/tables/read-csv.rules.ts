/** Reads comma-separated values as spreadsheets really write them, piece by piece: memory holds one record at a time. */
import { t } from '../i18n.ts'
import { byteOrderMark } from './csv.rules.ts'
import { UnreadableTable, usualLimits } from './source-row.types.ts'

export interface CsvRecord {
  /** Where the record begins in the file, the header being on line 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const separators = [';', '\t', ','] as const

/**
 * The sign that cuts the first lines into the same number of cells most often: the commas of French figures and sentences
 * vary from line to line, a separator does not.
 */
export function detectSeparator(text: string): string {
  const announced = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1]
  if (announced) return announced
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, 30)
  const steadiness = separators.map((separator) => countSteady(lines, separator))
  const best = Math.max(...steadiness)
  return separators[steadiness.indexOf(best)] ?? ';'
}

function countSteady(lines: readonly string[], separator: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const cuts = line.split(separator).length - 1
    if (cuts > 0) counts.set(cuts, (counts.get(cuts) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** A quote opens a cell only at its beginning: « écran 24" » keeps its own, as in a spreadsheet. */
export class CsvParser {
  readonly #separator: string
  readonly #maxCell: number
  #records: CsvRecord[] = []
  #cells: string[] = []
  #cell = ''
  #state: 'empty' | 'plain' | 'quoted' | 'closed' = 'empty'
  #line = 1
  #startsAt = 1
  #endedByReturn = false

  constructor(separator: string, maxCell = usualLimits.maxCell) {
    this.#separator = separator
    this.#maxCell = maxCell
  }

  /** The records that this piece of the file completes. */
  push(text: string): CsvRecord[] {
    for (const sign of text) {
      if (this.#state === 'quoted') this.#takeQuoted(sign)
      else this.#take(sign)
    }
    return this.#giveRecords()
  }

  /** The last record, when the file does not end with a break. */
  end(): CsvRecord[] {
    if (this.#state === 'quoted')
      throw new UnreadableTable(
        t(
          'Un guillemet ouvert à la ligne {startsAt} n’est jamais refermé : enregistrez de nouveau le fichier en CSV.',
          { startsAt: String(this.#startsAt) },
        ),
      )
    if (this.#cell !== '' || this.#cells.length > 0) this.#endRecord()
    return this.#giveRecords()
  }

  #takeQuoted(sign: string): void {
    if (sign === '"') {
      this.#state = 'closed'
      return
    }
    if (sign === '\n') this.#line++
    this.#add(sign)
  }

  #take(sign: string): void {
    const isRestOfBreak = sign === '\n' && this.#endedByReturn
    this.#endedByReturn = false
    if (isRestOfBreak) return
    if (sign === this.#separator) this.#endCell()
    else if (sign === '\n' || sign === '\r') {
      this.#endedByReturn = sign === '\r'
      this.#line++
      this.#endRecord()
    } else if (sign === '"' && this.#state !== 'plain') this.#takeQuote()
    else {
      if (this.#state === 'empty') this.#state = 'plain'
      this.#add(sign)
    }
  }

  /** The first opens the cell; one just after its end was doubled, and is text. */
  #takeQuote(): void {
    if (this.#state === 'closed') this.#add('"')
    this.#state = 'quoted'
  }

  #add(sign: string): void {
    this.#cell += sign
    if (this.#cell.length > this.#maxCell)
      throw new UnreadableTable(
        t(
          'Une cellule de la ligne {startsAt} est trop longue : un guillemet n’y est peut-être jamais refermé.',
          { startsAt: String(this.#startsAt) },
        ),
      )
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#state = 'empty'
  }

  #endRecord(): void {
    this.#endCell()
    if (this.#cells.some((cell) => cell.trim() !== ''))
      this.#records.push({ line: this.#startsAt, cells: this.#cells })
    this.#cells = []
    this.#startsAt = this.#line
  }

  #giveRecords(): CsvRecord[] {
    const records = this.#records
    this.#records = []
    return records
  }
}

/** A whole text; undefined when a quote is never closed. */
export function readCsv(text: string): CsvRecord[] | undefined {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const parser = new CsvParser(detectSeparator(body), Number.POSITIVE_INFINITY)
  try {
    return [...parser.push(body), ...parser.end()]
  } catch (error) {
    if (error instanceof UnreadableTable) return undefined
    throw error
  }
}
