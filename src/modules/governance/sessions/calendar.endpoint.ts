/** The calendar that a telephone or a mail program follows. */
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint } from '#platform/web.ts'
import { writeCalendar } from './calendar.rules.ts'
import { listComingSessions, listPastSessions } from './session.queries.ts'

const mostPast = 200

export const calendarEndpoint = endpoint('/sessions.ics', {
  load: async (_, { db }: Context) => [
    ...(await listComingSessions(db, '')),
    ...(await listPastSessions(db, '', null, mostPast)),
  ],
  allow: everyone,
  reply: (sessions, { platform }) => ({
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
    body: writeCalendar(sessions, platform.config.origin),
  }),
})
