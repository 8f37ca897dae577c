/** The communes that published a need, or joined one, and the domains of each. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export interface NeedingCommune {
  readonly communeId: string
  readonly domain: string
}

/** In no order, once for each domain. */
export function listNeedingCommunes(db: Db): Promise<NeedingCommune[]> {
  const published = db
    .selectFrom('collaboration.need')
    .select(['communeId', sql<string>`unnest(domains)`.as('domain')])
    .where('status', '=', 'published')
  const joined = db
    .selectFrom('collaboration.needJoiner as joiner')
    .innerJoin('collaboration.need as need', 'need.id', 'joiner.needId')
    .select(['joiner.communeId', sql<string>`unnest(need.domains)`.as('domain')])
    .where('need.status', '=', 'published')
    .where('joiner.leftAt', 'is', null)
  return published.union(joined).execute()
}
