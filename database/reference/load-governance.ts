/** The commissions, and the sessions that they held before the platform. What the association wrote since is left alone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import communes from './communes.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'
import governance from './sessions.json' with { type: 'json' }

export async function loadGovernanceReference(db: Db, associationId: string): Promise<void> {
  await loadCommissions(db)
  const added = await loadSessions(db, associationId)
  await loadAttendances(db, added)
  await loadConclusions(db, added)
  await publishReports(db, added)
  await loadRecommendations(db, associationId)
  await countReferences(db)
}

async function loadCommissions(db: Db): Promise<void> {
  const rows = governance.commissions.map((row, index) => ({ ...row, position: index + 1 }))
  await sql`insert into governance.commission (code, name, source, position)
    select code, name, source, position
    from ${rowsOf(rows, sql`code text, name text, source text, position int`)}
    on conflict (code) do update set name = excluded.name, source = excluded.source, position = excluded.position`.execute(
    db,
  )
}

/** Returns those that were not there yet. */
async function loadSessions(db: Db, associationId: string): Promise<ReadonlySet<string>> {
  const idOf = new Map(communes.rows.map(({ slug, id }) => [slug, id]))
  const rows = governance.sessions.map(({ communeCode, ...session }) => ({
    ...session,
    communeId: idOf.get(communeCode),
  }))
  const shape = sql`id uuid, reference text, "commissionCode" text, theme text, "communeId" uuid, place text, "startsOn" date,
    "endsOn" date, presidency text, presentation text, source text`
  const added = await sql<{ id: string }>`insert into governance.session
      (id, reference, association_id, commission_code, theme, commune_id, place, starts_on, ends_on, presidency, presentation,
       source, status)
    select id, reference, ${associationId}, "commissionCode", theme, "communeId", place, "startsOn", "endsOn", presidency,
      presentation, source, 'held'
    from ${rowsOf(rows, shape)} on conflict do nothing returning id`.execute(db)
  return new Set(added.rows.map(({ id }) => id))
}

async function loadAttendances(db: Db, added: ReadonlySet<string>): Promise<void> {
  const rows = governance.sessions
    .filter(({ id }) => added.has(id))
    .flatMap(({ id: sessionId, kinds }) => kinds.map((kind) => ({ sessionId, kind })))
  await sql`insert into governance.attendance (session_id, kind)
    select "sessionId", kind from ${rowsOf(rows, sql`"sessionId" uuid, kind text`)}`.execute(db)
}

async function loadConclusions(db: Db, added: ReadonlySet<string>): Promise<void> {
  const rows = governance.sessions.filter(
    ({ id, conclusions }) => added.has(id) && conclusions !== '',
  )
  await sql`insert into governance.session_minutes (session_id, conclusions)
    select id, conclusions from ${rowsOf(rows, sql`id uuid, conclusions text`)}`.execute(db)
}

/** Of a session whose conclusions are public; the day is the one they were collected on. */
async function publishReports(db: Db, added: ReadonlySet<string>): Promise<void> {
  const rows = governance.sessions.filter(({ id, isPublished }) => added.has(id) && isPublished)
  await sql`update governance.session set status = 'published', published_at = ${governance.date}::timestamptz
    from ${rowsOf(rows, sql`id uuid`)} where session.id = given.id`.execute(db)
}

/** As the session adopted them; what became of them since is the association's. */
async function loadRecommendations(db: Db, associationId: string): Promise<void> {
  const shape = sql`id uuid, reference text, "sessionId" uuid, title text, addressee text, measure text, indicator text, source text`
  await sql`insert into governance.recommendation
      (id, reference, association_id, session_id, title, addressee, measure, indicator, source, status)
    select id, reference, ${associationId}, "sessionId", title, addressee, measure, indicator, source, 'adopted'
    from ${rowsOf(governance.recommendations, shape)} on conflict do nothing`.execute(db)
}

/** The next of a year is counted after these. */
async function countReferences(db: Db): Promise<void> {
  const known = [...governance.sessions, ...governance.recommendations]
  const numbers = known.map(({ reference }) => {
    const [prefix, year, number] = reference.split('-')
    return { prefix, year: Number(year), number: Number(number) }
  })
  await sql`insert into platform.reference_counter (prefix, year, last_number)
    select prefix, year, max(number) from ${rowsOf(numbers, sql`prefix text, year int, number int`)} group by prefix, year
    on conflict do nothing`.execute(db)
}
