/** Tables as they are printed: figures written out and aligned, columns as wide as their kind asks. */
import { formatDateTime, formatDecimal, formatNumber, formatShortDate } from '../format.ts'
import type { LaidTable, Line } from './laid-out.types.ts'
import { cleanText, layText } from './lay-text.rules.ts'
import type { Cell, Column, ColumnKind, Table } from './model.types.ts'

const aligned = new Set<ColumnKind>(['number', 'decimal', 'money', 'percent'])

export function layTable({ columns, rows, total, caption, whenEmpty }: Table): LaidTable {
  const layCells = (cells: readonly Cell[]) =>
    columns.map((column, index) => layCell(cells[index] ?? null, column))
  return {
    kind: 'table',
    caption: caption ? cleanText(caption) : null,
    columns: columns.map((column) => ({
      label: labelColumn(column),
      align: aligned.has(column.kind ?? 'text') ? 'right' : 'left',
      width: column.width ?? ((column.kind ?? 'text') === 'text' ? 1 : null),
    })),
    rows: rows.map(layCells),
    total: total ? layCells(total).map((line, index) => (isBlank(total[index]) ? [] : line)) : null,
    whenEmpty: cleanText(whenEmpty ?? 'Néant'),
  }
}

/** The unit is said once, above the figures. */
function labelColumn({ label, kind }: Column): string {
  const clean = cleanText(label)
  return kind === 'money' && !/FCFA/.test(clean) ? `${clean} (FCFA)` : clean
}

function isBlank(cell: Cell | undefined): cell is null | '' | undefined {
  return cell === null || cell === '' || cell === undefined
}

function layCell(cell: Cell, { kind = 'text' }: Column): Line {
  if (isBlank(cell)) return [{ text: '–' }]
  if (typeof cell === 'number') return [{ text: writeNumber(cell, kind) }]
  if (cell instanceof Date) return [{ text: writeMoment(cell, kind) }]
  if (kind === 'date' && typeof cell === 'string') return [{ text: formatShortDate(cell) }]
  return layText(cell)
}

function writeNumber(value: number, kind: ColumnKind): string {
  if (kind === 'decimal') return formatDecimal(value, 2)
  if (kind === 'year') return String(value)
  if (kind === 'percent') return `${Number.isInteger(value) ? value : formatDecimal(value)}\u00a0%`
  return formatNumber(value)
}

function writeMoment(moment: Date, kind: ColumnKind): string {
  return kind === 'time' ? formatDateTime(moment) : formatShortDate(moment)
}
