/** Words as they are printed: nothing invisible, nothing that turns the reading direction, French spaces kept. */
import { formatDate } from '../format.ts'
import type { Line } from './laid-out.types.ts'
import type { Run, Text } from './model.types.ts'

/** Control characters and direction marks hide or reorder what a reader believes to read. */
const invisible = /(?!\n)[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu

export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '?')
    .replace(invisible, '')
}

export function layText(text: Text): Line {
  const runs = typeof text === 'string' ? [text] : text
  return runs.map(layRun).filter((run) => run.text !== '')
}

function layRun(run: Run): Line[number] {
  if (typeof run === 'string') return { text: cleanText(run) }
  if ('strong' in run) return { text: cleanText(run.strong), style: 'strong' }
  return { text: cleanText(run.emphasis), style: 'emphasis' }
}

export function writeDay(day: string | Date): string {
  return formatDate(day)
}

export function readLine(line: Line): string {
  return line.map(({ text }) => text).join('')
}
