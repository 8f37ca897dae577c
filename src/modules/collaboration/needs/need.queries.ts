/** Reading needs: one, a commune's, and the published ones with search and keyset pages. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Need } from './need.schema.ts'

export async function getNeed(db: Db, needId: string): Promise<Need> {
  return orNotFound(
    (await selectNeeds(db).where('need.id', '=', needId).executeTakeFirst()) as Need | undefined,
  )
}

export async function getNeedByReference(db: Db, reference: string): Promise<Need> {
  const row = await selectNeeds(db)
    .where('need.reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return orNotFound(row as Need | undefined)
}

/** A commune's own needs, the ones last touched first. */
export async function listCommuneNeeds(db: Db, communeId: string): Promise<Need[]> {
  const rows = await selectNeeds(db)
    .where('need.communeId', '=', communeId)
    .orderBy('need.updatedAt', 'desc')
    .orderBy('need.id')
    .limit(200)
    .execute()
  return rows as Need[]
}

export interface NeedFilter {
  readonly words: string
  readonly domain: string | null
  readonly communeId: string | null
  readonly isGrouped: boolean
}

export interface PublishedNeed
  extends Pick<
    Need,
    | 'id'
    | 'reference'
    | 'title'
    | 'expectedOutcome'
    | 'domains'
    | 'communeId'
    | 'budgetMin'
    | 'budgetMax'
    | 'urgency'
    | 'wantedBy'
  > {
  readonly publishedAt: Date
  readonly joinerCount: number
}

/** One page of published needs, newest first, from the cursor on; one row more than `size` tells that there are others. */
export async function listPublishedNeeds(
  db: Db,
  filter: NeedFilter,
  cursor: PublishedCursor | null,
  size: number,
): Promise<PublishedNeed[]> {
  let query = db
    .selectFrom('collaboration.need as need')
    .select([
      'need.id',
      'need.reference',
      'need.title',
      'need.expectedOutcome',
      'need.domains',
      'need.communeId',
    ])
    .select([
      'need.budgetMin',
      'need.budgetMax',
      'need.urgency',
      'need.wantedBy',
      'need.publishedAt',
    ])
    .select((row) => countJoiners(row.ref('need.id')).as('joinerCount'))
    .where('need.status', '=', 'published')
  if (filter.words)
    query = query.where(
      sql<boolean>`need.document @@ websearch_to_tsquery('platform.fr', ${filter.words})`,
    )
  if (filter.domain)
    query = query.where(sql<boolean>`need.domains @> array[${filter.domain}]::text[]`)
  if (filter.communeId) query = query.where('need.communeId', '=', filter.communeId)
  if (filter.isGrouped) query = query.where((row) => countJoiners(row.ref('need.id')), '>', 0)
  if (cursor)
    query = query.where(
      sql<boolean>`(need.published_at, need.id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('need.publishedAt', 'desc')
    .orderBy('need.id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as PublishedNeed[]
}

function countJoiners(needId: unknown) {
  return sql<number>`(select count(*)::int from collaboration.need_joiner j where j.need_id = ${needId} and j.left_at is null)`
}

export interface NeedJoiner {
  readonly communeId: string
  readonly note: string
  readonly users: number | null
  readonly joinedAt: Date
}

export async function listJoiners(db: Db, needId: string): Promise<NeedJoiner[]> {
  return db
    .selectFrom('collaboration.needJoiner')
    .select(['communeId', 'note', 'users', 'joinedAt'])
    .where('needId', '=', needId)
    .where('leftAt', 'is', null)
    .orderBy('joinedAt')
    .execute()
}

export interface NeedEvent {
  readonly step: string
  readonly toStatus: string
  readonly reason: string | null
  readonly actorId: string | null
  readonly organisationId: string | null
  /** Set on what was done for the commune by whoever assisted it. */
  readonly assistanceId: string | null
  readonly occurredAt: Date
}

export async function listNeedEvents(db: Db, needId: string): Promise<NeedEvent[]> {
  return db
    .selectFrom('collaboration.needEvent')
    .select([
      'step',
      'toStatus',
      'reason',
      'actorId',
      'organisationId',
      'assistanceId',
      'occurredAt',
    ])
    .where('needId', '=', needId)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute()
}

/** Every published need that shares a domain or a service with a solution: the candidates of the matching. */
export async function listCandidateNeeds(
  db: Db,
  { domains, services }: { domains: string[]; services: string[] },
): Promise<Need[]> {
  const rows = await selectNeeds(db)
    .where('need.status', '=', 'published')
    .where(
      sql<boolean>`(need.domains && ${domains}::text[] or need.services && ${services}::text[])`,
    )
    .orderBy('need.publishedAt', 'desc')
    .orderBy('need.id', 'desc')
    .limit(2000)
    .execute()
  return rows as Need[]
}

function selectNeeds(db: Db) {
  return db.selectFrom('collaboration.need as need').selectAll('need')
}
