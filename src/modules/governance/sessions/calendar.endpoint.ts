/** The calendar that a telephone or a mail program follows. */
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint } from '#platform/web.ts'
import { type CalendarEntry, writeCalendar } from '../calendar/calendar.rules.ts'
import { listComingSessions, listPastSessions } from './session.queries.ts'
import type { Session } from './session.schema.ts'

const mostPast = 200

export const calendarEndpoint = endpoint('/sessions.ics', {
  load: async (_, { db }: Context) => [
    ...(await listComingSessions(db, '')),
    ...(await listPastSessions(db, '', null, mostPast)),
  ],
  allow: everyone,
  reply: (sessions, { platform }) => ({
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
    body: writeCalendar(
      'Sessions des commissions',
      sessions.map((session) => toEntry(session, platform.config.origin)),
    ),
  }),
})

function toEntry(session: Session, origin: string): CalendarEntry {
  const { id, version, updatedAt, startsOn, endsOn, theme, place, reference, status } = session
  return {
    ...{ id, version, place, changedAt: updatedAt, from: startsOn, to: endsOn, title: theme },
    ...{ url: `${origin}/sessions/${reference}`, isCancelled: status === 'cancelled' },
  }
}
