/** Sessions: a random token in a cookie, its hash in the database, a membership chosen for acting. */
import { sql } from 'kysely'
import { type Db, setActor } from '#platform/database.ts'
import { createId, createToken } from '#platform/id.ts'
import { type Context, sessionCookie } from '#platform/web.ts'
import { hashToken, isStaff } from './authenticate.ts'
import { addDays, exchangeGraceMs, isSessionOpen, longestDays } from './session.rules.ts'

interface Opening {
  readonly personId: string
  readonly membershipId: string | null
  readonly hasSecondFactor: boolean
}

/** Signs a person in on this browser, for the organisation they last acted for. Whoever was signed in here leaves. */
export async function openSession(
  context: Context,
  { personId, hasSecondFactor }: { personId: string; hasSecondFactor: boolean },
): Promise<void> {
  const { db, now, session } = context
  if (session) await revokeSession(db, session.id, now)
  const membershipId = await chooseMembership(db, personId)
  await giveToken(context, { personId, membershipId, hasSecondFactor })
  await setActor(db, { kind: 'person', id: personId, name: '', organisation: null, role: null })
}

/**
 * A new token for what the session has become (another organisation, another proof): one that was stolen before
 * gains nothing by it. The old session lives on for a minute, for a page already asked for.
 */
export async function exchangeSession(
  context: Context,
  changes: Partial<Pick<Opening, 'membershipId' | 'hasSecondFactor'>> = {},
): Promise<void> {
  const { db, now, session } = context
  if (!session) return
  const { personId, membershipId, hasSecondFactor } = await db
    .updateTable('identity.session')
    .set({ revokedAt: new Date(now.getTime() + exchangeGraceMs) })
    .where('id', '=', session.id)
    .returning(['personId', 'membershipId', 'hasSecondFactor'])
    .executeTakeFirstOrThrow()
  await giveToken(context, { personId, membershipId, hasSecondFactor, ...changes })
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

export async function revokeSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await revoking(db, now).where('id', '=', sessionId).execute()
}

/** One of a person's own, from afar. */
export async function revokeOwnSession(
  db: Db,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<void> {
  await revoking(db, now).where('id', '=', sessionId).where('personId', '=', personId).execute()
}

/** After a new password, or when somebody fears that another holds their session. */
export async function revokeOtherSessions(
  db: Db,
  personId: string,
  keptSessionId: string | null,
  now: Date,
): Promise<void> {
  const query = revoking(db, now).where('personId', '=', personId)
  await (keptSessionId ? query.where('id', '!=', keptSessionId) : query).execute()
}

function revoking(db: Db, now: Date) {
  return db
    .updateTable('identity.session')
    .set({ revokedAt: now })
    .where((is) => is.or([is('revokedAt', 'is', null), is('revokedAt', '>', now)]))
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
