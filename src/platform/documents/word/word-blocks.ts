/** The blocks of a paper, as paragraphs and tables of Word. */
import { HeadingLevel, Paragraph, type Table } from 'docx'
import type { LaidBlock, LaidHeading, Line } from '../laid-out.types.ts'
import { toCalendar } from './word-calendar.ts'
import { toContentsField } from './word-contents.ts'
import { toQuestion } from './word-questions.ts'
import { toFacts, toFrame, toSignatures, toTable } from './word-tables.ts'
import { toRuns } from './word-text.ts'

type Part = Paragraph | Table

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

/** Each numbered list counts from one: Word needs to be told which list a line belongs to. */
interface Count {
  lists: number
}

export function toParts(blocks: readonly LaidBlock[], count: Count = { lists: 0 }): Part[] {
  return blocks.flatMap((block) => toPart(block, count))
}

function toPart(block: LaidBlock, count: Count): Part[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level - 1], children: toRuns([block]) })]
    case 'paragraph':
      return [new Paragraph({ children: toRuns(block.line) })]
    case 'list':
      return toList(block, count)
    case 'facts':
      return [toFacts(block.items), space()]
    case 'table':
      return [...toCaption(block.caption), toTable(block), space()]
    case 'notice':
      return toNotice(block, count)
    case 'signatures':
      return [
        ...(block.intro ? [new Paragraph({ keepNext: true, text: block.intro })] : []),
        toSignatures(block.signatories),
      ]
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'contents':
      return toContents(block.headings)
    case 'calendar':
      return [toCalendar(block), ...toLegend(block.legend), space()]
    case 'question':
      return [...toQuestion(block), space()]
  }
}

/** Its entries are written at once; Word and LibreOffice give the pages when they bring the field up to date. */
function toContents(headings: readonly LaidHeading[]): Part[] {
  const title = new Paragraph({
    keepNext: true,
    children: toRuns([{ text: 'Table des matières', style: 'strong' }]),
  })
  return [title, ...toContentsField(headings)]
}

function toLegend(legend: string | null): Paragraph[] {
  return legend ? [new Paragraph({ style: 'Small', text: legend })] : []
}

const space = () => new Paragraph({ style: 'Small', text: '' })

function toCaption(caption: string | null): Paragraph[] {
  if (!caption) return []
  return [new Paragraph({ keepNext: true, children: toRuns([{ text: caption, style: 'strong' }]) })]
}

function toList(
  { items, isNumbered }: { items: readonly Line[]; isNumbered: boolean },
  count: Count,
): Paragraph[] {
  const reference = isNumbered ? 'numbers' : 'bullets'
  const instance = isNumbered ? ++count.lists : 0
  return items.map(
    (line) =>
      new Paragraph({ numbering: { reference, level: 0, instance }, children: toRuns(line) }),
  )
}

function toNotice(
  { tone, title, blocks }: Extract<LaidBlock, { kind: 'notice' }>,
  count: Count,
): Part[] {
  const heading = new Paragraph({
    keepNext: true,
    children: toRuns([{ text: title, style: 'strong' }]),
  })
  return [toFrame(tone, [heading, ...toParts(blocks, count)]), space()]
}
