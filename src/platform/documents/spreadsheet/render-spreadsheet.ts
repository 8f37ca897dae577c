/** Tables as a workbook: figures stay figures, days stay days, and no cell is ever a formula. */
import writeWorkbook, { type CellObject } from 'write-excel-file/node'
import { cleanText, layText, readLine } from '../lay-text.rules.ts'
import type { Cell, Column, ColumnKind, Table } from '../model.types.ts'

export interface Sheet extends Pick<Table, 'columns' | 'rows' | 'total'> {
  readonly name: string
}

export function renderSpreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, columns, rows, total }) => ({
    sheet: nameSheet(name),
    data: [
      toHeadings(columns),
      ...rows.map((row) => toCells(row, columns)),
      ...(total ? [toCells(total, columns).map((cell) => cell && { ...cell, ...bold })] : []),
    ],
    columns: columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  return writeWorkbook(written).toBuffer()
}

/** Excel refuses these signs, and more than 31 letters. */
function nameSheet(name: string): string {
  return (
    cleanText(name)
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .trim()
      .slice(0, 31) || 'Feuille'
  )
}

const bold = { fontWeight: 'bold' } as const

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 32,
  number: 14,
  decimal: 14,
  money: 18,
  percent: 10,
  year: 8,
  date: 14,
  time: 20,
}

const formats: Partial<Record<ColumnKind, string>> = {
  number: '#,##0',
  decimal: '#,##0.00',
  money: '#,##0',
  percent: '0.##"%"',
  year: '0',
  date: 'dd/mm/yyyy',
  time: 'dd/mm/yyyy hh:mm',
}

const figures: ReadonlySet<ColumnKind> = new Set(['number', 'decimal', 'money', 'percent', 'year'])

const widthOf = ({ kind = 'text', width = 1 }: Column) => widths[kind] * width

const lineHeight = 15

/** As high as the heading that takes most lines: not every program fits a row to its wrapped words. */
function toHeadings(columns: readonly Column[]): CellObject[] {
  const labels = columns.map(labelOf)
  const lines = labels.map((label, index) => {
    const room = Math.max(1, widthOf(columns[index] as Column) - 2)
    return Math.ceil(label.length / room)
  })
  const look = { type: String, ...bold, wrap: true, backgroundColor: '#EEF3EF' } as const
  const height = lineHeight * Math.max(1, ...lines)
  return labels.map((value, index) => {
    const isFigure = figures.has(columns[index]?.kind ?? 'text')
    return { value, ...look, height, align: isFigure ? 'right' : 'left' }
  })
}

function labelOf({ label, kind }: Column): string {
  return cleanText(kind === 'money' && !label.includes('FCFA') ? `${label} (FCFA)` : label)
}

function toCells(row: readonly Cell[], columns: readonly Column[]): (CellObject | null)[] {
  return columns.map(({ kind = 'text' }, index) => toCell(row[index] ?? null, kind))
}

/** What Excel accepts in one cell. */
const longest = 32_000

function toCell(cell: Cell, kind: ColumnKind): CellObject | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number, format: formats[kind] }
  const moment = readMoment(cell, kind)
  if (moment) return { value: moment, type: Date, format: formats[kind] ?? formats.date }
  const text = typeof cell === 'string' ? cleanText(cell) : readLine(layText(cell as never))
  return { value: text.slice(0, longest), type: String }
}

/** Workbooks know no time zone: the clock of Benin, an hour ahead of UTC all year, is written as it reads. */
const ahead = 3_600_000

function readMoment(cell: Cell, kind: ColumnKind): Date | null {
  if (cell instanceof Date) return new Date(cell.getTime() + ahead)
  if (kind !== 'date' || typeof cell !== 'string') return null
  const day = new Date(`${cell.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : day
}
