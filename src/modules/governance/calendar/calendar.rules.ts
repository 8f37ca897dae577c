/** An iCalendar (RFC 5545) of whole days or of moments; what is cancelled stays, said to be cancelled. */
import { addDaysTo } from '#platform/days.rules.ts'

export interface CalendarEntry {
  readonly id: string
  readonly changedAt: Date
  /** Rises with every change. */
  readonly version: number
  /** Days of the calendar (YYYY-MM-DD), the last one included, or two moments. */
  readonly from: string | Date
  readonly to: string | Date
  readonly title: string
  readonly place: string
  /** The page that tells the rest. */
  readonly url: string
  readonly isCancelled: boolean
}

const longestLine = 75

export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ANCB//Cauri//FR',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap(writeEntry),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function writeEntry({ id, changedAt, version, from, to, ...entry }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@cauri`,
    `DTSTAMP:${writeMoment(changedAt)}`,
    `SEQUENCE:${version - 1}`,
    `DTSTART${writeTime(from)}`,
    `DTEND${writeTime(typeof to === 'string' ? addDaysTo(to, 1) : to)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `LOCATION:${escapeText(entry.place)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** The end of a whole day is the next one. */
function writeTime(time: string | Date): string {
  return typeof time === 'string'
    ? `;VALUE=DATE:${time.replaceAll('-', '')}`
    : `:${writeMoment(time)}`
}

const writeMoment = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '')

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** No line is longer than 75 bytes; what follows begins with a space. A letter is never cut. */
function foldLine(line: string): string {
  let folded = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > longestLine) {
      folded += '\r\n '
      bytes = 1
    }
    folded += letter
    bytes += size
  }
  return folded
}
