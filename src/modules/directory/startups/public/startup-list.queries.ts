/** The verified startups, by name, a page at a time. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { StartupSearch } from './startup-list.rules.ts'

export interface ListedStartup {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly presentation: string
  readonly domains: string[]
  readonly labelNumber: string | null
  readonly labelExpiresOn: string | null
  readonly communeName: string | null
  readonly communeSlug: string | null
  readonly solutionCount: number
}

export const startupPageSize = 24

/** One more than `size`, when there are more. Words are found anywhere, whatever their accents. */
export function listVerifiedStartups(
  db: Db,
  { words, domain, isLabelled, after }: StartupSearch,
  today: string,
  size = startupPageSize,
): Promise<ListedStartup[]> {
  const solutionCount = sql<number>`(select count(*)::int from directory.catalogue_entry entry where entry.startup_id = startup.id)`
  const isNamed = sql<boolean>`platform.fold(startup.name || ' ' || startup.presentation) like '%' || platform.fold(${words.replace(/[%_\\]/g, '')}) || '%'`
  return db
    .selectFrom('directory.startup as startup')
    .leftJoin('directory.commune as commune', 'commune.id', 'startup.communeId')
    .select(['startup.id', 'startup.slug', 'startup.name', 'startup.presentation'])
    .select(['startup.domains', 'startup.labelNumber', 'startup.labelExpiresOn'])
    .select([
      'commune.name as communeName',
      'commune.slug as communeSlug',
      solutionCount.as('solutionCount'),
    ])
    .where('startup.status', '=', 'verified')
    .$if(words !== '', (found) => found.where(isNamed))
    .$if(domain !== '', (found) =>
      found.where(sql<boolean>`startup.domains @> array[${domain}]::text[]`),
    )
    .$if(isLabelled, (found) =>
      found
        .where('startup.labelNumber', 'is not', null)
        .where('startup.labelExpiresOn', '>=', today),
    )
    .$if(after !== null, (found) =>
      found.where(sql<boolean>`(startup.name, startup.id) > (${after?.key}, ${after?.id}::uuid)`),
    )
    .orderBy('startup.name')
    .orderBy('startup.id')
    .limit(size + 1)
    .execute()
}

/** Every verified startup, or those that work in one domain. */
export async function listVerifiedStartupIds(db: Db, domain: string): Promise<string[]> {
  const rows = await db
    .selectFrom('directory.startup')
    .select('id')
    .where('status', '=', 'verified')
    .$if(domain !== '', (found) => found.where(sql<boolean>`domains @> array[${domain}]::text[]`))
    .execute()
  return rows.map(({ id }) => id)
}
