/** What a telephone without a screen to speak of shows: 182 letters at most, a menu by its numbers, more behind « 0 ». */
import { cut, toGsmLetters } from '#platform/messages/sms-text.rules.ts'

/** `ask` goes on with what is typed; `tell` ends the session. */
export interface UssdScreen {
  readonly kind: 'ask' | 'tell'
  readonly text: string
}

/** Of the whole answer, its first word included. */
export const mostLetters = 182
const firstWords = { ask: 'CON', tell: 'END' } as const

/** As the gateway of Africa's Talking reads it. */
export function writeScreen({ kind, text }: UssdScreen): string {
  return cut(`${firstWords[kind]} ${toGsmLetters(text).trim()}`, mostLetters)
}

/** What was typed, screen after screen: « 1*2 » is two answers. */
export function readTyped(text: string): string[] {
  return text === '' ? [] : text.split('*').map((part) => part.trim().slice(0, 60))
}

export const ask = (text: string): UssdScreen => ({ kind: 'ask', text })
export const tell = (text: string): UssdScreen => ({ kind: 'tell', text })

const more = '0. Suite'

export interface ChosenLine<Line> {
  /** Null while none was chosen. */
  readonly line: Line | null
  /** What was typed after the choice. */
  readonly rest: readonly string[]
  /** What to show while none was. */
  readonly screen: UssdScreen
}

/** A list, as many lines at once as fit; « 0 » shows the next ones, the first again after the last. */
export function chooseLine<Line>(
  title: string,
  lines: readonly Line[],
  nameOf: (line: Line) => string,
  typed: readonly string[],
): ChosenLine<Line> {
  const pages = layPages(title, lines, nameOf)
  let at = 0
  for (const [index, answer] of typed.entries()) {
    if (answer === '0' && pages.length > 1) {
      at = (at + 1) % pages.length
      continue
    }
    const line = pages[at]?.lines[Number(answer) - 1]
    if (line !== undefined) return { line, rest: typed.slice(index + 1), screen: ask('') }
    return { line: null, rest: [], screen: ask(`Choix inconnu.\n${pages[at]?.text ?? title}`) }
  }
  return { line: null, rest: [], screen: ask(pages[at]?.text ?? title) }
}

interface ListPage<Line> {
  readonly lines: readonly Line[]
  readonly text: string
}

/** Room is kept for « Choix inconnu. » above, and « Suite » below. */
const room = mostLetters - 'CON Choix inconnu.\n'.length - more.length - 1
const longestName = 60
const mostLines = 6

function layPages<Line>(
  title: string,
  lines: readonly Line[],
  nameOf: (line: Line) => string,
): ListPage<Line>[] {
  const pages: { lines: Line[]; text: string }[] = []
  for (const line of lines) {
    const name = cut(toGsmLetters(nameOf(line)), longestName)
    const last = pages.at(-1)
    const next = last && `${last.text}\n${last.lines.length + 1}. ${name}`
    if (last && next && next.length <= room && last.lines.length < mostLines) {
      last.lines.push(line)
      last.text = next
    } else pages.push({ lines: [line], text: `${title}\n1. ${name}` })
  }
  return pages.length > 1
    ? pages.map((page) => ({ ...page, text: `${page.text}\n${more}` }))
    : pages
}
