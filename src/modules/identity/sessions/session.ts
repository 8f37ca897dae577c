/** Sessions: a random token in a cookie, its hash in the database, a membership chosen for acting. */

import { sql } from 'kysely'
import { type Db, setActor } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId, createToken } from '#platform/id.ts'
import { type Context, sessionCookie } from '#platform/web.ts'
import { type Ending, stopOrphanedAssistances } from '../assistance/end-assistance.ts'
import { hashToken, isStaff } from './authenticate.ts'
import { exchangeGraceMs, isSessionOpen, longestDays } from './session.rules.ts'

interface Opening {
  readonly personId: string
  readonly membershipId: string | null
  readonly hasSecondFactor: boolean
  readonly assistanceId: string | null
}

/** Signs a person in on this browser, for the organisation they last acted for. Whoever was signed in here leaves. */
export async function openSession(
  context: Context,
  { personId, hasSecondFactor }: { personId: string; hasSecondFactor: boolean },
): Promise<void> {
  const { db, session } = context
  if (session) await revokeSession(context, session.id)
  const membershipId = await chooseMembership(db, personId)
  await giveToken(context, { personId, membershipId, hasSecondFactor, assistanceId: null })
  await setActor(db, { kind: 'person', id: personId, name: '', organisation: null, role: null })
}

/**
 * A new token for what the session has become (another organisation, another proof): one that was stolen before
 * gains nothing by it. The old session lives on for a minute, for a page already asked for.
 */
export async function exchangeSession(
  context: Context,
  changes: Partial<Omit<Opening, 'personId'>> = {},
): Promise<void> {
  const { db, now, session } = context
  if (!session) return
  const opening = await db
    .updateTable('identity.session')
    .set({ revokedAt: new Date(now.getTime() + exchangeGraceMs) })
    .where('id', '=', session.id)
    .returning(['personId', 'membershipId', 'hasSecondFactor', 'assistanceId'])
    .executeTakeFirstOrThrow()
  await giveToken(context, { ...opening, ...changes })
}

async function giveToken({ db, now, device, setCookie }: Context, opening: Opening): Promise<void> {
  const token = createToken()
  const times = { createdAt: now, lastSeenAt: now, expiresAt: addDays(now, longestDays) }
  await db
    .insertInto('identity.session')
    .values({
      id: createId(now.getTime()),
      tokenHash: hashToken(token),
      device,
      ...opening,
      ...times,
    })
    .execute()
  setCookie(sessionCookie, token, { maxAge: longestDays * 86_400 })
}

async function chooseMembership(db: Db, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select m.id from identity.membership m
    left join identity.session s on s.membership_id = m.id and s.person_id = m.person_id
    where m.person_id = ${personId} and m.ended_at is null
    order by s.created_at desc nulls last, m.created_at limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export async function revokeSession(context: Ending, sessionId: string): Promise<void> {
  await endThem(context, revoking(context).where('id', '=', sessionId))
}

/** One of a person's own, from afar. */
export async function revokeOwnSession(
  context: Ending,
  personId: string,
  sessionId: string,
): Promise<void> {
  const query = revoking(context).where('id', '=', sessionId).where('personId', '=', personId)
  await endThem(context, query)
}

/** After a new password, or when somebody fears that another holds their session. */
export async function revokeOtherSessions(
  context: Ending,
  personId: string,
  keptSessionId: string | null,
): Promise<void> {
  const query = revoking(context).where('personId', '=', personId)
  await endThem(context, keptSessionId ? query.where('id', '!=', keptSessionId) : query)
}

function revoking({ db, now }: Ending) {
  return db
    .updateTable('identity.session')
    .set({ revokedAt: now })
    .where((is) => is.or([is('revokedAt', 'is', null), is('revokedAt', '>', now)]))
}

/** Whoever assisted a commune in one of them no longer does. */
async function endThem(context: Ending, query: ReturnType<typeof revoking>): Promise<void> {
  await stopOrphanedAssistances(context, await query.returning('assistanceId').execute())
}

export async function listSessions(db: Db, personId: string, now: Date) {
  const rows = await db
    .selectFrom('identity.session as session')
    .innerJoin('identity.person as person', 'person.id', 'session.personId')
    .select(['session.id', 'session.device', 'session.createdAt', 'session.lastSeenAt'])
    .select(['session.expiresAt', 'session.revokedAt', 'person.disabledAt', isStaff.as('isStaff')])
    .where('session.personId', '=', personId)
    .where('session.revokedAt', 'is', null)
    .orderBy('session.lastSeenAt', 'desc')
    .limit(100)
    .execute()
  return rows.filter((row) => isSessionOpen(row, now))
}
