/** Sessions as an iCalendar (RFC 5545): whole days, one event each; a cancelled session stays, said to be cancelled. */
import { addDaysTo } from '#platform/days.rules.ts'
import type { Session } from './session.schema.ts'

const longestLine = 75

export function writeCalendar(sessions: readonly Session[], origin: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ANCB//Cauri//FR',
    'X-WR-CALNAME:Sessions des commissions',
    ...sessions.flatMap((session) => writeEvent(session, origin)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** The end of a whole day is the next one. */
function writeEvent(session: Session, origin: string): string[] {
  const { id, reference, theme, place, startsOn, endsOn, status, updatedAt, version } = session
  return [
    'BEGIN:VEVENT',
    `UID:${id}@cauri`,
    `DTSTAMP:${updatedAt.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `SEQUENCE:${version - 1}`,
    `DTSTART;VALUE=DATE:${writeDay(startsOn)}`,
    `DTEND;VALUE=DATE:${writeDay(addDaysTo(endsOn, 1))}`,
    `SUMMARY:${escapeText(theme)}`,
    `LOCATION:${escapeText(place)}`,
    `URL:${origin}/sessions/${reference}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const writeDay = (day: string) => day.replaceAll('-', '')

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
