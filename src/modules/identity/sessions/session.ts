/** Sessions: a random token in a cookie, its hash in the database, a membership chosen for acting. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, OrganisationKind, Role } from '#platform/actor.ts'
import { type Db, setActor } from '#platform/database.ts'
import { createId, createToken } from '#platform/id.ts'
import { type Context, type Session, sessionCookie } from '#platform/web.ts'

const lastsDays = 7
const dayMs = 86_400_000
const touchAfterMs = 300_000

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

interface Found {
  session: Session | null
  lastPersonId: string | null
}

/** One indexed query. An ended session still tells whose it was, so that a form sent too late finds its author. */
export async function authenticate(db: Db, token: string, now: Date): Promise<Found> {
  const row = await selectSession(db, token)
  if (!row) return { session: null, lastPersonId: null }
  const isOpen = row.revokedAt === null && row.expiresAt > now && row.disabledAt === null
  if (!isOpen) return { session: null, lastPersonId: row.personId }
  if (now.getTime() - row.lastSeenAt.getTime() > touchAfterMs) touch(db, row.id, now)
  return {
    session: { id: row.id, actor: toActor(row), locale: row.locale },
    lastPersonId: row.personId,
  }
}

function selectSession(db: Db, token: string) {
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
    .select([
      'session.id',
      'session.personId',
      'session.expiresAt',
      'session.revokedAt',
      'session.lastSeenAt',
    ])
    .select(['person.fullName', 'person.locale', 'person.disabledAt', 'membership.role'])
    .select([
      'organisation.id as organisationId',
      'organisation.kind',
      'organisation.name as organisationName',
    ])
    .where('session.tokenHash', '=', hashToken(token))
    .executeTakeFirst()
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof selectSession>>>

function toActor(row: SessionRow): Actor {
  const { organisationId: id, kind, organisationName: name } = row
  const organisation = id && kind && name ? { id, name, kind: kind as OrganisationKind } : null
  return {
    kind: 'person',
    id: row.personId,
    name: row.fullName,
    organisation,
    role: organisation && (row.role as Role),
  }
}

/** Slides the end of a session that is in use; a page never waits for it. */
function touch(db: Db, sessionId: string, now: Date): void {
  const expiresAt = new Date(now.getTime() + lastsDays * dayMs)
  db.updateTable('identity.session')
    .set({ lastSeenAt: now, expiresAt })
    .where('id', '=', sessionId)
    .execute()
    .catch(() => {})
}

interface Opening {
  readonly personId: string
  readonly hasSecondFactor?: boolean
}

/** Signs a person in on this browser, acting for the organisation they last acted for, or their only one. */
export async function openSession(
  context: Context,
  { personId, hasSecondFactor = false }: Opening,
): Promise<void> {
  const { db, now, device } = context
  const token = createToken()
  const membershipId = await chooseMembership(db, personId)
  await db
    .insertInto('identity.session')
    .values({
      id: createId(now.getTime()),
      tokenHash: hashToken(token),
      personId,
      membershipId,
      device,
      hasSecondFactor,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + lastsDays * dayMs),
    })
    .execute()
  if (context.session) await revokeSession(db, context.session.id, now)
  context.setCookie(sessionCookie, token, { maxAge: lastsDays * 86_400 })
  await setActor(db, { kind: 'person', id: personId, name: '', organisation: null, role: null })
}

async function chooseMembership(db: Db, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select m.id from identity.membership m
    left join lateral (select max(s.created_at) as at from identity.session s where s.membership_id = m.id) last on true
    where m.person_id = ${personId} and m.ended_at is null
    order by last.at desc nulls last, m.created_at limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export async function revokeSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('identity.session')
    .set({ revokedAt: now })
    .where('id', '=', sessionId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** After a new password, or when somebody fears that another holds their session. */
export async function revokeOtherSessions(
  db: Db,
  personId: string,
  keptSessionId: string | null,
  now: Date,
): Promise<void> {
  let query = db
    .updateTable('identity.session')
    .set({ revokedAt: now })
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
  if (keptSessionId) query = query.where('id', '!=', keptSessionId)
  await query.execute()
}

export function listSessions(db: Db, personId: string, now: Date) {
  return db
    .selectFrom('identity.session')
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .limit(100)
    .execute()
}
