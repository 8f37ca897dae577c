/** Tables of the plain printer: columns as wide as their figures, the head again on every page. */
import type { LaidTable, Line } from '../laid-out.types.ts'
import { readLine } from '../lay-text.rules.ts'
import { shareWidth } from '../share-width.rules.ts'
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
  const widths = shareWidth(table, textWidth(page), (text) => measureText(page, text))
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

/** As if all were bold: the head is, and so is the total. */
function measureText(page: Page, text: string): number {
  page.font('strong')
  const width = page.widthOfString(text) + 2 * padding + 2
  page.font('text')
  return width
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
