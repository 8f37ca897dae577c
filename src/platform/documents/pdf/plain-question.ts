/** Room for a pen, by the plain printer. */
import type { LaidQuestion } from '../laid-out.types.ts'
import type { Room } from '../model.types.ts'
import {
  ink,
  leftOver,
  margins,
  type Page,
  soft,
  textWidth,
  turnPage,
  write,
} from './plain-page.ts'

const lineHeight = 22
const cell = { width: 17, height: 21, gap: 9 }
const frameHeight = 74
const boxSide = 10

export function drawQuestion(page: Page, { label, note, room }: LaidQuestion): void {
  if (leftOver(page) < heightOf(room) + 46) turnPage(page)
  page.y += 6
  write(page, [{ text: label, style: 'strong' }])
  if (note) {
    page.fontSize(8.5).fillColor(soft)
    write(page, [{ text: note }])
    page.fontSize(11).fillColor(ink)
  }
  page.y += 4
  drawRoom(page, room)
  page.y += 6
}

function heightOf(room: Room): number {
  if (room.kind === 'lines') return room.count * lineHeight
  if (room.kind === 'boxes') return room.choices.length * 18
  return room.kind === 'cells' ? cell.height : frameHeight
}

function drawRoom(page: Page, room: Room): void {
  page.lineWidth(0.7).strokeColor(soft)
  if (room.kind === 'lines') drawLines(page, room.count)
  else if (room.kind === 'boxes') drawBoxes(page, room.choices)
  else if (room.kind === 'cells') drawCells(page, room.groups)
  else {
    page.rect(margins.left, page.y, textWidth(page), frameHeight).stroke()
    page.y += frameHeight
  }
}

function drawLines(page: Page, count: number): void {
  for (let line = 0; line < count; line += 1) {
    page.y += lineHeight
    page
      .moveTo(margins.left, page.y)
      .lineTo(margins.left + textWidth(page), page.y)
      .stroke()
  }
}

function drawBoxes(page: Page, choices: readonly string[]): void {
  for (const choice of choices) {
    const { y } = page
    page.rect(margins.left, y + 2, boxSide, boxSide).stroke()
    write(page, [{ text: choice }], { x: margins.left + boxSide + 8, y })
    page.y += 2
  }
}

function drawCells(page: Page, groups: readonly number[]): void {
  let x: number = margins.left
  for (const size of groups) {
    for (let index = 0; index < size; index += 1) {
      page.rect(x, page.y, cell.width, cell.height).stroke()
      x += cell.width
    }
    x += cell.gap
  }
  page.y += cell.height
}
