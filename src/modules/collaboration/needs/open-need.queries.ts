/** Needs as everybody may take them away, one after the other. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export type OpenNeed = Awaited<ReturnType<typeof listNeedsAfter>>[number]

/** In the order in which they were begun, from the one after this. */
export function listNeedsAfter(db: Db, id: string | null, size: number) {
  const query = db
    .selectFrom('collaboration.need as need')
    .select(['need.id', 'need.reference', 'need.communeId', 'need.title', 'need.problem'])
    .select(['need.expectedOutcome', 'need.domains', 'need.services', 'need.status'])
    .select(['need.users', 'need.connectivity', 'need.mustWorkOffline', 'need.languages'])
    .select(['need.hosting', 'need.budgetMin', 'need.budgetMax', 'need.urgency', 'need.wantedBy'])
    .select('need.publishedAt')
    .select(
      sql<number>`(select count(*)::int from collaboration.need_joiner joiner
        where joiner.need_id = need.id and joiner.left_at is null)`.as('joinerCount'),
    )
    .where('need.status', 'in', ['published', 'met'])
    .orderBy('need.id')
    .limit(size)
  return (id === null ? query : query.where('need.id', '>', id)).execute()
}
