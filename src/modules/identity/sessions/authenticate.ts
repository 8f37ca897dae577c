/** Whose request this is: one indexed query, on every page of a signed-in person. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, OrganisationKind, Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import type { Session } from '#platform/web.ts'
import { findOpenAssistance } from '../assistance/assistance.queries.ts'
import { toAssistant } from '../assistance/end-assistance.ts'
import { isSessionOpen, isTouchDue } from './session.rules.ts'

/** Only the hash of a token is kept: who reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

interface Found {
  session: Session | null
  lastPersonId: string | null
}

/** An ended session still tells whose it was, so that a form sent too late finds its author. */
export function createAuthenticate(log: Log) {
  return async (db: Db, token: string, now: Date): Promise<Found> => {
    const row = await findSession(db, token)
    if (!row) return { session: null, lastPersonId: null }
    const lastPersonId = row.personId
    if (!isSessionOpen(row, now)) return { session: null, lastPersonId }
    if (isTouchDue(row.lastSeenAt, now)) touch(db, row.id, now, log)
    const actor = (await findAssistant(db, row, now)) ?? toActor(row)
    return { session: { id: row.id, actor, locale: row.locale }, lastPersonId }
  }
}

function findSession(db: Db, token: string) {
  return db
    .selectFrom('identity.session as session')
    .innerJoin('identity.person as person', 'person.id', 'session.personId')
    .leftJoin('identity.membership as membership', (join) =>
      join.onRef('membership.id', '=', 'session.membershipId').on('membership.endedAt', 'is', null),
    )
    .leftJoin(
      'identity.organisation as organisation',
      'organisation.id',
      'membership.organisationId',
    )
    .select(['session.id', 'session.personId', 'session.expiresAt', 'session.revokedAt'])
    .select(['session.lastSeenAt', 'session.assistanceId', 'membership.role'])
    .select(['person.fullName', 'person.locale', 'person.disabledAt'])
    .select(['organisation.id as organisationId', 'organisation.kind'])
    .select(['organisation.name as organisationName', isStaff.as('isStaff')])
    .where('session.tokenHash', '=', hashToken(token))
    .executeTakeFirst()
}

/** For queries that name the table « person ». */
export const isStaff = sql<boolean>`exists (
  select from identity.membership m join identity.organisation o on o.id = m.organisation_id
  where m.person_id = person.id and m.ended_at is null and m.role = 'staff' and o.kind = 'association')`

type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>

function toActor(row: SessionRow): Actor {
  const { organisationId: id, kind, organisationName: name } = row
  const organisation = id && kind && name ? { id, name, kind: kind as OrganisationKind } : null
  const role = organisation && (row.role as Role)
  return { kind: 'person', id: row.personId, name: row.fullName, organisation, role }
}

/** While it lasts, and while the one who assists still belongs to the secretariat. */
async function findAssistant(db: Db, row: SessionRow, now: Date): Promise<Actor | undefined> {
  if (row.assistanceId === null || !row.isStaff) return undefined
  const assistance = await findOpenAssistance(db, row.assistanceId, now)
  return assistance && toAssistant(assistance)
}

/** The page does not wait for it, and does not fail with it. */
function touch(db: Db, sessionId: string, now: Date, log: Log): void {
  db.updateTable('identity.session')
    .set({ lastSeenAt: now })
    .where('id', '=', sessionId)
    .execute()
    .catch((error: Error) => log.warn({ err: error, sessionId }, 'session not touched'))
}
