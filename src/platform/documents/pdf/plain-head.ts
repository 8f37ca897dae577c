/** What surrounds a paper of the plain printer: the letterhead and title, then the head and foot of every page. */
import type { LaidDocument } from '../laid-out.types.ts'
import { accent, ink, margins, type Page, pale, soft, textWidth, write } from './plain-page.ts'
import { makeSquares, type Squares } from './qr-code.ts'

export function drawHead(page: Page, document: LaidDocument): void {
  drawLetterhead(page, document)
  drawTitle(page, document)
}

function drawLetterhead(page: Page, { state, lines, issuer, emblem, mention }: LaidDocument) {
  const { top } = margins
  const right = margins.left + textWidth(page)
  if (emblem) page.image(emblem.bytes, right - 60, top, { fit: [60, 60], align: 'right' })
  page.y = top
  if (state) {
    write(page.fontSize(9), [{ text: state.toUpperCase(), style: 'strong' }])
    drawFlag(page)
  }
  page.fontSize(9.5)
  for (const line of lines) write(page, [{ text: line }])
  write(page.fontSize(13), [{ text: issuer, style: 'strong' }], { width: textWidth(page) - 80 })
  if (!mention) return
  const line = [{ text: mention.toUpperCase(), style: 'strong' }] as const
  const { y } = page
  write(page.fontSize(9).fillColor('#a23f17'), line, { y: top - 30, align: 'right' })
  page.fillColor(ink).y = y
}

function drawFlag(page: Page): void {
  const y = page.y + 1
  const bands = ['#008751', '#fcd116', '#e8112d']
  bands.forEach((colour, index) => {
    page.rect(margins.left + index * 20, y, 20, 3).fill(colour)
  })
  page.fillColor(ink).y = y + 8
}

function drawTitle(page: Page, { kicker, title, subtitle, reference, date }: LaidDocument): void {
  page.y += 26
  page.fillColor(accent).fontSize(9)
  write(page, [{ text: kicker.toUpperCase(), style: 'strong' }])
  page.fillColor(ink).fontSize(20).y += 4
  write(page, [{ text: title, style: 'strong' }])
  if (subtitle) write(page.fontSize(12.5).fillColor(soft), [{ text: subtitle }])
  page.fillColor(ink).fontSize(10).y += 8
  const { y } = page
  write(page, [{ text: 'Référence : ' }, { text: reference, style: 'strong' }], { y })
  write(page, [{ text: `Date : ${date}` }], { y, align: 'right' })
  page.y += 4
  drawRule(page, accent, 1.1)
  page.fontSize(11).y += 12
}

export function drawRule(page: Page, colour = pale, thickness = 0.6): void {
  const right = margins.left + textWidth(page)
  page.moveTo(margins.left, page.y).lineTo(right, page.y).lineWidth(thickness).stroke(colour)
}

/** Written last, once the number of pages is known. */
export function drawFeet(page: Page, document: LaidDocument): void {
  const { count } = page.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    page.switchToPage(index)
    // Beyond the margin, pdfkit would open another page.
    page.page.margins.bottom = 0
    page.markContent('Artifact', { type: 'Pagination' })
    if (index > 0) drawRunningHead(page, document)
    drawFoot(page, document, `Page ${index + 1} / ${count}`)
    page.endMarkedContent()
  }
}

function drawRunningHead(page: Page, { issuer, title }: LaidDocument): void {
  page.fontSize(8.5).fillColor(soft)
  const width = textWidth(page)
  page.font('strong').text(issuer, margins.left, 36, { width: width / 2, lineBreak: false })
  const rest = { width: width / 2, height: 11, align: 'right', ellipsis: true } as const
  page.font('text').text(title, margins.left + width / 2, 36, rest)
  page.y = 50
  drawRule(page)
}

function drawFoot(page: Page, { reference, verification }: LaidDocument, number: string): void {
  const top = page.page.height - 66
  page.fontSize(8).fillColor(soft).y = top
  drawRule(page)
  const x = margins.left + (verification ? 46 : 0)
  if (verification)
    drawSquares(page, makeSquares(verification.url), { x: margins.left, y: top + 6, side: 36 })
  page.text(reference, x, top + 12, { lineBreak: false })
  const how = verification && `À vérifier sur ${verification.typed} avec le code `
  if (how) {
    page.text(how, x, top + 24, { lineBreak: false })
    const after = x + page.widthOfString(how)
    page
      .font('strong')
      .text(verification.code, after, top + 24, { lineBreak: false })
      .font('text')
  }
  page.text(number, margins.left, top + 12, { width: textWidth(page), align: 'right' })
}

/** Where what somebody holds without a network can be checked: the square that carries the paper's own words, signed. */
export function drawSeal(page: Page, { verification }: LaidDocument): void {
  if (!verification?.sealed) return
  const side = 100
  if (page.y + side + 20 > page.page.height - margins.bottom) page.addPage()
  page.markContent('Artifact', { type: 'Layout' })
  const y = page.y + 14
  const right = margins.left + textWidth(page) - side
  drawSquares(page, makeSquares(verification.sealed, 'L'), { x: right, y, side })
  page.fontSize(8.5).fillColor(soft)
  page.text(
    'À vérifier sans réseau : le carré porte ce que dit ce papier, signé.',
    margins.left,
    y,
    {
      width: textWidth(page) - side - 20,
    },
  )
  page.fillColor(ink).y = y + side
  page.endMarkedContent()
}

interface Corner {
  readonly x: number
  readonly y: number
  readonly side: number
}

function drawSquares(page: Page, { size, isDark }: Squares, { x, y, side }: Corner): void {
  const step = side / size
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (isDark(row, column)) page.rect(x + column * step, y + row * step, step, step)
    }
  }
  page.fill(ink)
}
