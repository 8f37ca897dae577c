/** The contents and the calendars of a paper, by the plain printer. */
import type { LaidCalendar, LaidHeading } from '../laid-out.types.ts'
import { readLine } from '../lay-text.rules.ts'
import { drawRule } from './plain-head.ts'
import {
  accent,
  ink,
  leftOver,
  margins,
  type Page,
  soft,
  textWidth,
  turnPage,
  write,
} from './plain-page.ts'

/** Without pages, which this printer does not know before it has printed. */
export function drawContents(page: Page, headings: readonly LaidHeading[]): void {
  page.fillColor(accent).y += 8
  write(page, [{ text: 'Table des matières', style: 'strong' }])
  page.fillColor(ink).y += 4
  for (const { level, text } of headings) {
    if (leftOver(page) < 30) turnPage(page)
    write(page, [{ text, ...(level === 1 && { style: 'strong' as const }) }], {
      x: margins.left + (level - 1) * 14,
      width: textWidth(page) - (level - 1) * 14,
    })
  }
  page.y += 6
}

const cellWidth = 42

export function drawCalendar(page: Page, { columns, rows, legend }: LaidCalendar): void {
  const labelWidth = textWidth(page) - columns.length * cellWidth
  const left = (index: number) => margins.left + labelWidth + index * cellWidth
  page.fontSize(9.5)
  const top = page.y
  for (const [index, column] of columns.entries())
    write(page, [{ text: column, style: 'strong' }], { x: left(index), y: top, width: cellWidth })
  drawRule(page, accent, 0.9)
  page.y += 4
  for (const { label, marks } of rows) {
    const height = page.heightOfString(readLine(label), { width: labelWidth - 8 })
    if (height + 10 > leftOver(page)) turnPage(page)
    const { y } = page
    for (const [index, mark] of marks.entries()) {
      if (mark === 'work') page.rect(left(index) + 1, y, cellWidth - 2, 9).fill(accent)
      if (mark === 'service') page.rect(left(index) + 1, y + 4, cellWidth - 2, 1).fill(accent)
    }
    page.fillColor(ink)
    write(page, label, { y, width: labelWidth - 8 })
    page.y = Math.max(page.y, y + 12) + 2
    drawRule(page)
    page.y += 3
  }
  page.fontSize(8.5).fillColor(soft)
  if (legend) write(page, [{ text: legend }])
  page.fontSize(11).fillColor(ink).y += 6
}
