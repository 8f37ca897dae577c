/**
 * The table of contents: a field that Word and LibreOffice bring up to date with its pages, its entries written at once. Each mark of
 * the field has a run of its own, without which LibreOffice prints the field's instruction.
 */
import { convertToXmlComponent, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { LaidHeading } from '../laid-out.types.ts'

const deepest = 2

export function toContentsField(headings: readonly LaidHeading[]): Paragraph[] {
  const shown = headings.filter(({ level }) => level <= deepest)
  return shown.map(
    ({ level, text }, index) =>
      new Paragraph({
        style: `TOC${level}`,
        children: [
          ...(index === 0 ? beginning() : []),
          new TextRun(text),
          ...(index === shown.length - 1 ? [mark('end')] : []),
        ],
      }),
  )
}

function beginning(): ParagraphChild[] {
  const instruction = [{ type: 'text', text: `TOC \\h \\o "1-${deepest}"` }]
  return [
    mark('begin', { 'w:dirty': 'true' }),
    run({ name: 'w:instrText', attributes: { 'xml:space': 'preserve' }, elements: instruction }),
    mark('separate'),
  ]
}

function mark(type: 'begin' | 'separate' | 'end', more: Record<string, string> = {}) {
  return run({ name: 'w:fldChar', attributes: { 'w:fldCharType': type, ...more } })
}

interface Inner {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly elements?: { type: string; text: string }[]
}

/** The library types what it makes itself; a run read from XML is one too. */
function run(inner: Inner): ParagraphChild {
  const elements = [{ type: 'element', ...inner }]
  return convertToXmlComponent({
    type: 'element',
    name: 'w:r',
    elements,
  }) as unknown as ParagraphChild
}
