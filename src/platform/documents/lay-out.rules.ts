/** Turns a model into what is printed: always in French, whatever the language of whoever asks. */
import { toDay } from '../format.ts'
import { inLocale } from '../i18n.ts'
import type { LaidBlock, LaidDocument, LaidHeading, LaidVerification } from './laid-out.types.ts'
import { layCalendar } from './lay-calendar.rules.ts'
import { layTable } from './lay-table.rules.ts'
import { cleanText, layText, writeDay } from './lay-text.rules.ts'
import type { Block, DocumentModel, Issuer, Question, Verification } from './model.types.ts'
import { nameArticle, nameCommune, nameDepartment } from './names.rules.ts'

export function layOut(model: DocumentModel): LaidDocument {
  return inLocale('fr', () => ({
    ...layIssuer(model.issuer),
    emblem: model.issuer.emblem ?? null,
    mention: layOptional(model.mention),
    kicker: cleanText(model.kicker),
    title: cleanText(model.title) || cleanText(model.kicker),
    subtitle: layOptional(model.subtitle),
    reference: cleanText(model.reference),
    date: writeDay(model.date),
    day: typeof model.date === 'string' ? model.date.slice(0, 10) : toDay(model.date),
    verification: model.verification ? layVerification(model.verification) : null,
    blocks: fillContents(layBlocks(model.body, 1)),
  }))
}

function layIssuer(issuer: Issuer): Pick<LaidDocument, 'state' | 'lines' | 'issuer'> {
  if (issuer.kind === 'organisation')
    return {
      state: null,
      lines: (issuer.lines ?? []).map(cleanText),
      issuer: cleanText(issuer.name),
    }
  return {
    state: 'République du Bénin',
    lines: [nameDepartment(cleanText(issuer.department))],
    issuer: nameCommune(cleanText(issuer.name)),
  }
}

function layVerification({ code, url, sealed }: Verification): LaidVerification {
  const typed = url.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')
  return { code, url, typed, ...(sealed && { sealed }) }
}

function layQuestion({ label, note, room }: Question): LaidBlock {
  const clean = room.kind === 'boxes' ? { ...room, choices: room.choices.map(cleanText) } : room
  return { kind: 'question', label: cleanText(label), note: layOptional(note), room: clean }
}

const layOptional = (text: string | undefined) => (text ? cleanText(text) : null)

function layBlocks(blocks: readonly Block[], level: number): LaidBlock[] {
  return blocks.flatMap((block) => layBlock(block, level))
}

function layBlock(block: Block, level: number): LaidBlock[] {
  switch (block.kind) {
    case 'section':
      return layUnder(block.heading, block.blocks, level)
    case 'article':
      return layUnder(`${nameArticle(block.number)} : ${block.title}`, block.blocks, level)
    case 'paragraph':
      return [{ kind: 'paragraph', line: layText(block.text) }]
    case 'list':
      return layList(block)
    case 'facts':
      return layFacts(block)
    case 'table':
      return [layTable(block)]
    case 'notice': {
      const { tone, title, blocks } = block
      return [{ kind: 'notice', tone, title: cleanText(title), blocks: layBlocks(blocks, level) }]
    }
    case 'signatures':
      return [laySignatures(block)]
    case 'pageBreak':
      return [block]
    case 'contents':
      return [{ kind: 'contents', headings: [] }]
    case 'calendar':
      return [layCalendar(block)]
    case 'question':
      return [layQuestion(block)]
  }
}

/** Down to the second level: the sheets of a plan are found, its asides are not. */
function fillContents(blocks: readonly LaidBlock[]): LaidBlock[] {
  const headings = blocks.filter(
    (block) => block.kind === 'heading' && block.level <= 2,
  ) as LaidHeading[]
  return blocks.map((block) => (block.kind === 'contents' ? { ...block, headings } : block))
}

const deepest = 4

function layUnder(heading: string, blocks: readonly Block[], level: number): LaidBlock[] {
  const own = {
    kind: 'heading',
    level: Math.min(level, deepest),
    text: cleanText(heading),
  } as const
  return [own, ...layBlocks(blocks, level + 1)]
}

const none = { kind: 'paragraph', line: [{ text: 'Néant.', style: 'emphasis' }] } as const

function layList({ items, isNumbered }: Extract<Block, { kind: 'list' }>): LaidBlock[] {
  if (items.length === 0) return [none]
  return [{ kind: 'list', isNumbered, items: items.map(layText) }]
}

function layFacts({ items }: Extract<Block, { kind: 'facts' }>): LaidBlock[] {
  if (items.length === 0) return [none]
  const laid = items.map(([term, value]) => ({ term: cleanText(term), value: layText(value) }))
  return [{ kind: 'facts', items: laid }]
}

function laySignatures({
  place,
  day,
  signatories,
}: Extract<Block, { kind: 'signatures' }>): LaidBlock {
  const when = day === undefined ? '……………………………' : writeDay(day)
  return {
    kind: 'signatures',
    intro: place === undefined ? null : `Fait à ${cleanText(place)}, le ${when}`,
    signatories: signatories.map(({ capacity, name, evidence }) => ({
      capacity: cleanText(capacity),
      name: layOptional(name),
      evidence: layOptional(evidence),
    })),
  }
}
