/** The rows of a sheet, as its XML goes by: at most one piece of it is in memory. */
import { t } from '../../i18n.ts'
import {
  type RowLimits,
  type SourceCell,
  type SourceRow,
  UnreadableTable,
} from '../source-row.types.ts'
import type { XmlVisitor } from './read-xml.ts'
import { TextGatherer } from './shared-strings.ts'

export class SheetRows implements XmlVisitor {
  readonly #strings: readonly string[]
  readonly #limits: RowLimits
  readonly #texts = new TextGatherer()
  #rows: SourceRow[] = []
  #cells: SourceCell[] = []
  #line = 0
  #column = -1
  #type = 'n'
  #value = ''
  #isValue = false

  constructor(strings: readonly string[], limits: RowLimits) {
    this.#strings = strings
    this.#limits = limits
  }

  readonly open = (name: string, { r: place, t: type }: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      this.#line = place === undefined ? this.#line + 1 : Number(place)
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') this.#openCell(place, type)
    else if (name === 'v') this.#isValue = true
    else this.#texts.open(name)
  }

  readonly text = (text: string): void => {
    if (this.#isValue && this.#value.length <= this.#limits.maxCell) this.#value += text
    else if (!this.#isValue) this.#texts.add(text, this.#limits.maxCell)
  }

  readonly close = (name: string): void => {
    if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells })
    else if (name === 'c') this.#closeCell()
    else if (name === 'v') this.#isValue = false
    else this.#texts.close(name)
  }

  /** The rows completed since they were last taken. */
  take(): SourceRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== undefined))
  }

  #openCell(place: string | undefined, type = 'n'): void {
    this.#column = place === undefined ? this.#column + 1 : readColumn(place)
    if (this.#column >= this.#limits.maxColumns)
      throw new UnreadableTable(
        t('La ligne {line} a plus de {maxColumns} colonnes : gardez seulement celles à importer.', {
          line: String(this.#line),
          maxColumns: this.#limits.maxColumns,
        }),
      )
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#type = type
    this.#value = ''
  }

  #closeCell(): void {
    const inline = this.#texts.take()
    this.#cells[this.#column] = this.#type === 'inlineStr' ? inline || null : this.#readValue()
  }

  #readValue(): SourceCell {
    const value = this.#value
    if (value === '') return null
    if (this.#type === 's') return this.#strings[Number(value)] || null
    if (this.#type === 'b') return value === '1'
    return this.#type === 'n' ? Number(value) : value
  }
}

/** « AB12 » is in the 28th column, counted from 0 here. */
export function readColumn(place: string): number {
  let column = 0
  for (const letter of place.toUpperCase()) {
    const rank = letter.charCodeAt(0) - 64
    if (rank < 1 || rank > 26) break
    column = column * 26 + rank
  }
  return column - 1
}
