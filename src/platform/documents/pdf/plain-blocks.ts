/** The blocks of a paper, one after the other, by the plain printer. */
import type { LaidBlock, LaidSignatory, Line } from '../laid-out.types.ts'
import { readLine } from '../lay-text.rules.ts'
import { drawCalendar, drawContents } from './plain-calendar.ts'
import { drawRule } from './plain-head.ts'
import {
  accent,
  ink,
  leftOver,
  margins,
  type Page,
  pale,
  soft,
  textWidth,
  turnPage,
  write,
} from './plain-page.ts'
import { drawQuestion } from './plain-question.ts'
import { drawTable } from './plain-table.ts'

export function drawBlocks(page: Page, blocks: readonly LaidBlock[]): void {
  for (const block of blocks) drawBlock(page, block)
}

type Tag = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Sect'

/** Puts what is drawn under one element of the document's structure, for screen readers. */
function tag(page: Page, type: Tag, draw: () => void): void {
  const element = page.struct(type)
  page.addStructure(element)
  element.add(page.struct('Span', {}, draw))
  element.end()
}

function drawBlock(page: Page, block: LaidBlock): void {
  if (block.kind === 'heading') tag(page, `H${block.level}` as Tag, () => drawHeading(page, block))
  else if (block.kind === 'paragraph') tag(page, 'P', () => drawParagraph(page, block.line))
  else if (block.kind === 'list') tag(page, 'Sect', () => drawList(page, block))
  else if (block.kind === 'facts') tag(page, 'Sect', () => drawFacts(page, block))
  else if (block.kind === 'table') tag(page, 'Sect', () => drawTable(page, block))
  else if (block.kind === 'signatures') tag(page, 'Sect', () => drawSignatures(page, block))
  else if (block.kind === 'notice') drawNotice(page, block)
  else if (block.kind === 'contents') tag(page, 'Sect', () => drawContents(page, block.headings))
  else if (block.kind === 'calendar') tag(page, 'Sect', () => drawCalendar(page, block))
  else if (block.kind === 'question') tag(page, 'Sect', () => drawQuestion(page, block))
  else turnPage(page)
}

function drawHeading(page: Page, { level, text }: { level: number; text: string }): void {
  if (leftOver(page) < 90) turnPage(page)
  page.fontSize(level === 1 ? 13.5 : 11.5).fillColor(level === 1 ? accent : ink).y += 8
  write(page, [{ text, style: 'strong' }])
  page.fontSize(11).fillColor(ink).y += 5
}

function drawParagraph(page: Page, line: Line): void {
  write(page, line)
  page.y += 6
}

function drawList(
  page: Page,
  { items, isNumbered }: { items: readonly Line[]; isNumbered: boolean },
): void {
  items.forEach((line, index) => {
    const x = margins.left + 26
    if (leftOver(page) < 30) turnPage(page)
    const { y } = page
    write(page, [{ text: isNumbered ? `${index + 1}.` : '–' }], {
      x: margins.left + 8,
      y,
      width: 18,
    })
    write(page, line, { x, y, width: textWidth(page) - 26 })
    page.y += 3
  })
  page.y += 4
}

function drawFacts(
  page: Page,
  { items }: { items: readonly { term: string; value: Line }[] },
): void {
  const aside = textWidth(page) * 0.34
  const width = textWidth(page) - aside
  for (const { term, value } of items) {
    const height = page.heightOfString(readLine(value), { width })
    if (Math.min(height, 300) + 8 > leftOver(page)) turnPage(page)
    const { y } = page
    page.fillColor(soft)
    write(page, [{ text: term }], { y, width: aside - 10 })
    const afterTerm = page.y
    page.fillColor(ink)
    const first = page.bufferedPageRange().count
    write(page, value, { x: margins.left + aside, y, width })
    if (page.bufferedPageRange().count === first) page.y = Math.max(page.y, afterTerm)
    page.y += 3
    drawRule(page)
    page.y += 4
  }
  page.y += 6
}

function drawNotice(page: Page, block: Extract<LaidBlock, { kind: 'notice' }>): void {
  const colour = block.tone === 'warning' ? '#7d4f00' : accent
  page.y += 4
  drawRule(page, colour, 1)
  page.fillColor(colour).y += 5
  tag(page, 'P', () => write(page, [{ text: block.title, style: 'strong' }]))
  page.fillColor(ink).y += 3
  drawBlocks(page, block.blocks)
  drawRule(page, colour, 1)
  page.y += 10
}

const boxHeight = 112

function drawSignatures(
  page: Page,
  { intro, signatories }: { intro: string | null; signatories: readonly LaidSignatory[] },
): void {
  if (leftOver(page) < boxHeight + 50) turnPage(page)
  page.y += 10
  if (intro) write(page, [{ text: intro }])
  page.y += 10
  for (let index = 0; index < signatories.length; index += 2) {
    if (leftOver(page) < boxHeight) turnPage(page)
    const top = page.y
    signatories.slice(index, index + 2).forEach((one, side) => {
      drawSignatory(page, one, top, side)
    })
    page.y = top + boxHeight + 12
  }
}

function drawSignatory(page: Page, one: LaidSignatory, top: number, side: number): void {
  const width = (textWidth(page) - 14) / 2
  const x = margins.left + side * (width + 14)
  page.rect(x, top, width, boxHeight).lineWidth(0.6).stroke(pale)
  const place = { x: x + 10, width: width - 20 }
  write(page, [{ text: one.capacity, style: 'strong' }], { ...place, y: top + 9 })
  if (one.name) write(page, [{ text: one.name }], place)
  const note = one.evidence ?? 'Signature et cachet'
  page.fontSize(8.5).fillColor(one.evidence ? ink : soft)
  const height = page.heightOfString(note, { width: place.width })
  write(page, [{ text: note }], { ...place, y: top + boxHeight - 9 - height })
  page.fontSize(11).fillColor(ink)
}
