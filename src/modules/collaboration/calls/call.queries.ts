/** Reading calls: one with its lots and criteria, a commune's, and the published ones. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Call, Criterion, FullCall, Lot } from './call.schema.ts'

export async function getCall(db: Db, callId: string): Promise<Call> {
  const row = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('id', '=', callId)
    .executeTakeFirst()
  return orNotFound(row as Call | undefined)
}

export async function getCallByReference(db: Db, reference: string): Promise<Call> {
  const row = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return orNotFound(row as Call | undefined)
}

export async function getFullCall(db: Db, callId: string): Promise<FullCall> {
  return addParts(db, await getCall(db, callId))
}

export async function addParts(db: Db, call: Call): Promise<FullCall> {
  const lots = await db
    .selectFrom('collaboration.callLot')
    .selectAll()
    .where('callId', '=', call.id)
    .orderBy('position')
    .execute()
  const criteria = await db
    .selectFrom('collaboration.callCriterion')
    .selectAll()
    .where('callId', '=', call.id)
    .orderBy('position')
    .execute()
  return { call, lots: lots as Lot[], criteria: criteria as Criterion[] }
}

/** The calls a commune leads or takes part in, the ones last touched first. */
export async function listCommuneCalls(db: Db, communeId: string): Promise<Call[]> {
  const rows = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where(sql<boolean>`party_ids @> array[${communeId}]::uuid[]`)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Call[]
}

export async function listCallsOfNeed(db: Db, needId: string): Promise<Call[]> {
  const rows = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('needId', '=', needId)
    .orderBy('createdAt')
    .execute()
  return rows as Call[]
}

export interface CallFilter {
  readonly domain: string | null
  /** Those that still take proposals, or all. */
  readonly isOpen: boolean
  /** Those that it leads or takes part in. */
  readonly communeId?: string | null
}

export type PublishedCall = Call & { readonly reference: string; readonly publishedAt: Date }

/** One page of published calls, newest first; one row more than `size` tells that there are others. */
export async function listPublishedCalls(
  db: Db,
  { domain, isOpen, communeId }: CallFilter,
  cursor: PublishedCursor | null,
  size: number,
  now: Date,
): Promise<PublishedCall[]> {
  let query = db.selectFrom('collaboration.call').selectAll().where('publishedAt', 'is not', null)
  if (domain) query = query.where(sql<boolean>`domains @> array[${domain}]::text[]`)
  if (communeId) query = query.where(sql<boolean>`party_ids @> array[${communeId}]::uuid[]`)
  if (isOpen) query = query.where('status', '=', 'published').where('deadline', '>', now)
  if (cursor)
    query = query.where(
      sql<boolean>`(published_at, id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as PublishedCall[]
}

/** The calls published or amended last, and when. */
export async function listLatestCalls(
  db: Db,
  size: number,
): Promise<(PublishedCall & { readonly movedAt: Date })[]> {
  const movedAt = sql<Date>`greatest(published_at, (select max(addendum.published_at)
    from collaboration.call_addendum as addendum where addendum.call_id = call.id))`
  const rows = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .select(movedAt.as('movedAt'))
    .where('publishedAt', 'is not', null)
    .orderBy('movedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .execute()
  return rows as (PublishedCall & { readonly movedAt: Date })[]
}

/** The moment that counts: the database's clock, whatever the browser's or this server's says. */
export async function readClock(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  return (rows[0] as { now: Date }).now
}

/** How many questions of each of these calls have no answer yet. */
export async function listUnansweredCounts(
  db: Db,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (callIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('collaboration.callAnswer')
    .select(['callId', (of) => of.fn.countAll<number>().as('count')])
    .where('callId', 'in', [...callIds])
    .where('answeredAt', 'is', null)
    .groupBy('callId')
    .execute()
  return new Map(rows.map(({ callId, count }) => [callId, Number(count)]))
}

/** The grouped calls whose result this commune has not yet taken or left. */
export function listPendingDecisions(
  db: Db,
  communeId: string,
): Promise<{ readonly id: string; readonly title: string }[]> {
  return db
    .selectFrom('collaboration.callCommune as party')
    .innerJoin('collaboration.call as call', 'call.id', 'party.callId')
    .select(['call.id', 'call.title'])
    .where('party.communeId', '=', communeId)
    .where('party.decision', '=', 'pending')
    .where('call.status', 'in', ['awarded', 'concluded'])
    .orderBy('call.awardedAt')
    .execute()
}

export async function countPublishedCalls(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('collaboration.call')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('publishedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
