/** Tables of the plain printer: columns as wide as their figures, the head again on every page. */
import type { LaidTable, Line } from '../laid-out.types.ts'
import { readLine } from '../lay-text.rules.ts'
import {
  accent,
  ink,
  leftOver,
  margins,
  type Page,
  pale,
  textWidth,
  turnPage,
  write,
} from './plain-page.ts'

const padding = 5

export function drawTable(page: Page, table: LaidTable): void {
  page.fontSize(9.5)
  if (table.caption) write(page, [{ text: table.caption, style: 'strong' }])
  page.y += 3
  const widths = shareWidth(page, table)
  const head = table.columns.map(({ label }): Line => [{ text: label, style: 'strong' }])
  const draw = (cells: readonly Line[], edge: string) => drawRow(page, table, widths, cells, edge)
  const drawHeadRow = () => draw(head, accent)
  drawHeadRow()
  for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
    if (measureRow(page, widths, row) > leftOver(page)) {
      turnPage(page)
      drawHeadRow()
    }
    draw(row === table.total ? row.map(toStrong) : row, pale)
  }
  if (table.rows.length === 0) write(page, [{ text: table.whenEmpty, style: 'emphasis' }])
  page.fontSize(11).y += 8
}

const toStrong = (line: Line): Line => line.map(({ text }) => ({ text, style: 'strong' }))

function shareWidth(page: Page, { columns, rows, total }: LaidTable): number[] {
  const whole = textWidth(page)
  const most = whole / 3
  const lines = total ? [...rows, total] : rows
  const own = columns.map(({ width, label }, index) => {
    if (width !== null) return null
    const texts = [label, ...lines.map((row) => readLine(row[index] ?? []))]
    return Math.min(most, 2 * padding + 2 + findWidest(page, texts))
  })
  const left = whole - own.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const shares = columns.reduce((sum, { width }) => sum + (width ?? 0), 0)
  const fitted = columns.map(({ width }, index) => own[index] ?? (left * (width ?? 0)) / shares)
  const used = fitted.reduce((sum, width) => sum + width, 0)
  return fitted.map((width) => Math.max(24, (width * whole) / Math.max(used, whole)))
}

function findWidest(page: Page, texts: readonly string[]): number {
  page.font('strong')
  const widest = texts.reduce((most, text) => Math.max(most, page.widthOfString(text)), 0)
  page.font('text')
  return widest
}

function measureRow(page: Page, widths: readonly number[], row: readonly Line[]): number {
  const heights = row.map((line, index) => {
    const width = (widths[index] ?? 0) - 2 * padding
    return page.heightOfString(readLine(line) || ' ', { width })
  })
  return Math.max(...heights) + 2 * padding
}

function drawRow(
  page: Page,
  { columns }: LaidTable,
  widths: readonly number[],
  row: readonly Line[],
  edge: string,
): void {
  const top = page.y
  const height = measureRow(page, widths, row)
  let x: number = margins.left
  row.forEach((line, index) => {
    const width = (widths[index] ?? 0) - 2 * padding
    const align = columns[index]?.align ?? 'left'
    write(page, line, { x: x + padding, y: top + padding, width, align })
    x += widths[index] ?? 0
  })
  page.y = top + height
  const right = margins.left + textWidth(page)
  page.moveTo(margins.left, page.y).lineTo(right, page.y).lineWidth(0.6).stroke(edge).fillColor(ink)
}
