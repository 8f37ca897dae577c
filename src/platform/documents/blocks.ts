/** The words with which a paper is written: each makes one block of the model. */
import type {
  Block,
  Calendar,
  Cell,
  Column,
  Room,
  Run,
  Signatory,
  Table,
  Text,
  Tone,
} from './model.types.ts'

/** Blocks as they come: lists of them, and nothing where a condition is false. */
export type Content = Block | readonly Content[] | null | undefined | false

export function body(...content: Content[]): Block[] {
  const blocks: Block[] = []
  for (const one of content) {
    if (!one) continue
    if (Array.isArray(one)) blocks.push(...body(...one))
    else blocks.push(one as Block)
  }
  return blocks
}

export function section(heading: string, ...content: Content[]): Block {
  return { kind: 'section', heading, blocks: body(...content) }
}

/** A clause: « Article 1er : Objet ». */
export function article(number: number, title: string, ...content: Content[]): Block {
  return { kind: 'article', number, title, blocks: body(...content) }
}

export function paragraph(text: Text): Block {
  return { kind: 'paragraph', text }
}

export function strong(text: string): Run {
  return { strong: text }
}

export function emphasis(text: string): Run {
  return { emphasis: text }
}

export function bullets(items: readonly Text[]): Block {
  return { kind: 'list', isNumbered: false, items }
}

export function numbered(items: readonly Text[]): Block {
  return { kind: 'list', isNumbered: true, items }
}

/** Terms and their values; those without a value are left out. */
export function facts(items: readonly (readonly [string, Text | null | undefined])[]): Block {
  const known = items.filter((item): item is [string, Text] => Boolean(item[1]?.length))
  return { kind: 'facts', items: known }
}

interface TableParts {
  readonly columns: readonly (Column | string)[]
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[]
  readonly caption?: string
  readonly whenEmpty?: string
}

export function table({ columns, ...rest }: TableParts): Table {
  const named = columns.map((column) => (typeof column === 'string' ? { label: column } : column))
  return { kind: 'table', columns: named, ...rest }
}

export function notice(title: string, text: Text | readonly Block[], tone: Tone = 'info'): Block {
  const blocks = isBlocks(text) ? text : [paragraph(text)]
  return { kind: 'notice', tone, title, blocks }
}

function isBlocks(text: Text | readonly Block[]): text is readonly Block[] {
  return Array.isArray(text) && text.some((one) => typeof one === 'object' && 'kind' in one)
}

interface SignatureParts {
  readonly place?: string
  readonly day?: string | Date
}

export function signatures(signatories: readonly Signatory[], parts: SignatureParts = {}): Block {
  return { kind: 'signatures', signatories, ...parts }
}

export function contents(): Block {
  return { kind: 'contents' }
}

export function calendar(parts: Omit<Calendar, 'kind'>): Block {
  return { kind: 'calendar', ...parts }
}

/** To be answered with a pen. */
export function question(label: string, room: Room, note?: string): Block {
  return { kind: 'question', label, room, ...(note && { note }) }
}

export function pageBreak(): Block {
  return { kind: 'pageBreak' }
}

/** What somebody typed, as paragraphs; lines that begin with a dash or a dot become a list. */
export function prose(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap((part) => toProse(part.trim()))
}

const bullet = /^\s*[-•–—]\s+/

function toProse(part: string): Block[] {
  const blocks: Block[] = []
  let items: string[] = []
  let lines: string[] = []
  const endItems = () => {
    if (items.length > 0) blocks.push(bullets(items))
    items = []
  }
  const endLines = () => {
    if (lines.length > 0) blocks.push(paragraph(lines.join('\n')))
    lines = []
  }
  for (const line of part.split('\n').filter((one) => one.trim() !== '')) {
    if (bullet.test(line)) {
      endLines()
      items.push(line.replace(bullet, ''))
    } else {
      endItems()
      lines.push(line.trim())
    }
  }
  endItems()
  endLines()
  return blocks
}
