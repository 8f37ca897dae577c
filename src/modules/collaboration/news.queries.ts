/** What was published of late, for those whom it may concern: needs, and calls that still take proposals. */
import type { Db } from '#platform/database.ts'

interface News {
  readonly reference: string
  readonly title: string
  readonly domains: readonly string[]
}

export async function listNewNeeds(db: Db, since: Date): Promise<News[]> {
  const rows = await db
    .selectFrom('collaboration.need')
    .select(['reference', 'title', 'domains'])
    .where('status', '=', 'published')
    .where('publishedAt', '>', since)
    .orderBy('publishedAt', 'desc')
    .execute()
  return rows as News[]
}

export async function listNewCalls(
  db: Db,
  since: Date,
  now: Date,
): Promise<(News & { readonly deadline: Date })[]> {
  const rows = await db
    .selectFrom('collaboration.call')
    .select(['reference', 'title', 'domains', 'deadline'])
    .where('status', '=', 'published')
    .where('publishedAt', '>', since)
    .where('deadline', '>', now)
    .orderBy('deadline')
    .execute()
  return rows as (News & { deadline: Date })[]
}
