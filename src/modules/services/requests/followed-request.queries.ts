/** The requests of a commune as its own system follows them: which, in which state, what changed. Neither answers nor names. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { listStatusChanges } from '#platform/journal.queries.ts'
import type { Request } from './request.lifecycle.ts'

const columns = [
  ...(['id', 'reference', 'title', 'serviceCode', 'status', 'applicantRef'] as const),
  ...(['receivedAt', 'dueOn', 'decidedAt', 'updatedAt'] as const),
] as const

export type FollowedRequest = Pick<Request, (typeof columns)[number]> & {
  readonly reference: string
  readonly receivedAt: Date
}

export interface FollowedFilter {
  readonly status: string | null
  readonly serviceCode: string | null
  readonly after: string | null
}

/** In the order in which they were begun; one more than `size` tells that there are others. */
export async function listFollowedRequests(
  db: Db,
  communeId: string,
  { status, serviceCode, after }: FollowedFilter,
  size: number,
): Promise<FollowedRequest[]> {
  let found = selectFollowed(db).where('communeId', '=', communeId)
  if (status) found = found.where('status', '=', status)
  if (serviceCode) found = found.where('serviceCode', '=', serviceCode)
  if (after) found = found.where('id', '>', after)
  return (await found
    .orderBy('id')
    .limit(size + 1)
    .execute()) as FollowedRequest[]
}

export async function getFollowedRequest(
  db: Db,
  communeId: string,
  reference: string,
): Promise<FollowedRequest> {
  const row = await selectFollowed(db)
    .where('communeId', '=', communeId)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return orNotFound(row) as FollowedRequest
}

export interface RequestChange {
  readonly sequence: number
  readonly reference: string
  readonly step: string
  readonly from: string | null
  readonly to: string
  readonly occurredAt: Date
}

/** Since a line of the commune's journal, in the order of the commits. */
export async function listRequestChanges(
  db: Db,
  communeId: string,
  after: number,
  size: number,
): Promise<RequestChange[]> {
  const journal = { chain: communeId, subjectKind: 'request' } as const
  const lines = await listStatusChanges(db, journal, after, size)
  const references = await listReferences(
    db,
    lines.map(({ subjectId }) => subjectId),
  )
  return lines.map(({ subjectId, ...line }) => ({
    ...line,
    reference: references.get(subjectId) ?? '',
  }))
}

async function listReferences(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('services.request')
    .select(['id', 'reference'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, reference }) => [id, reference ?? '']))
}

/** A draft is nobody's but whoever writes it. */
function selectFollowed(db: Db) {
  return db.selectFrom('services.request').select(columns).where('receivedAt', 'is not', null)
}
