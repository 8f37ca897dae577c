/** One verified startup, for programs. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { listEntriesOfStartup } from '../../catalogue/catalogue-entry.queries.ts'
import type { Startup } from '../startup.schema.ts'

/** Nothing while it is not verified, whoever asks. */
export async function getPublicStartup(db: Db, slug: string) {
  const row = await db
    .selectFrom('directory.startup as startup')
    .leftJoin('directory.commune as commune', 'commune.id', 'startup.communeId')
    .selectAll('startup')
    .select(['commune.name as communeName', 'commune.slug as communeSlug'])
    .where('startup.slug', '=', slug)
    .where('startup.status', '=', 'verified')
    .executeTakeFirst()
  const { communeName, communeSlug, ...startup } = orNotFound(row)
  const commune = communeSlug && communeName ? { slug: communeSlug, name: communeName } : null
  return {
    startup: startup as Startup,
    commune,
    solutions: await listEntriesOfStartup(db, startup.id),
  }
}

/** The addresses of verified startups by identifier, in one query. */
export async function listStartupSlugs(
  db: Db,
  startupIds: readonly string[],
): Promise<Map<string, string>> {
  if (startupIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('directory.startup')
    .select(['id', 'slug'])
    .where('id', 'in', [...new Set(startupIds)])
    .where('status', '=', 'verified')
    .execute()
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
