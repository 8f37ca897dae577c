/** The page of the plain printer: its fonts, colours, margins, and how words with emphasis are written on it. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { LaidDocument, Line } from '../laid-out.types.ts'

export type Page = InstanceType<typeof PDFDocument>

export const ink = '#1a211d'
export const soft = '#545d56'
export const pale = '#c9c4b6'
export const accent = '#0a5b40'
export const margins = { top: 68, bottom: 82, left: 65, right: 65 } as const

const find = createRequire(import.meta.url).resolve
const fontFile = (name: string, file: string) =>
  find(`@expo-google-fonts/libertinus-serif/${name}/LibertinusSerif_${file}.ttf`)

const fonts = {
  text: fontFile('400Regular', '400Regular'),
  strong: fontFile('700Bold', '700Bold'),
  emphasis: fontFile('400Regular_Italic', '400Regular_Italic'),
} as const

export function openPage({ title, issuer, reference, kicker, day }: LaidDocument): Page {
  const page = new PDFDocument({
    size: 'A4',
    margins,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: title,
      Author: issuer,
      Keywords: `${reference}, ${kicker}`,
      CreationDate: new Date(`${day}T00:00:00Z`),
    },
  })
  for (const [name, file] of Object.entries(fonts)) page.registerFont(name, file)
  return page.font('text').fontSize(11).fillColor(ink).lineGap(2)
}

export function textWidth(page: Page): number {
  return page.page.width - margins.left - margins.right
}

/** What is left on this page, above the foot. */
export function leftOver(page: Page): number {
  return page.page.height - margins.bottom - page.y
}

/** A new page within what is being tagged: addPage alone would leave its mark open. */
export function turnPage(page: Page): void {
  page.continueOnNewPage()
}

interface Place {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly indent?: number
  readonly align?: 'left' | 'right' | 'justify'
}

/** Writes a line of text with its emphasis; it takes as many lines as it needs. */
export function write(page: Page, line: Line, place: Place = {}): void {
  const { x = margins.left, y = page.y, width = textWidth(page), ...options } = place
  const runs = line.length > 0 ? line : [{ text: ' ' }]
  runs.forEach(({ text, style = 'text' }, index) => {
    const isLast = index === runs.length - 1
    page.font(style)
    if (index === 0) page.text(text, x, y, { width, ...options, continued: !isLast })
    else page.text(text, { continued: !isLast })
  })
  page.font('text')
}
