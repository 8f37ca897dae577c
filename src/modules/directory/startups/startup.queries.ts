/** Reading startups as those who prepare or verify their file see them. */
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { Forbidden, orNotFound } from '#platform/errors.ts'
import type { Startup } from './startup.schema.ts'

export async function findStartup(db: Db, startupId: string): Promise<Startup | undefined> {
  const row = await db
    .selectFrom('directory.startup')
    .selectAll()
    .where('id', '=', startupId)
    .executeTakeFirst()
  return row as Startup | undefined
}

export async function getStartup(db: Db, startupId: string): Promise<Startup> {
  return orNotFound(await findStartup(db, startupId))
}

/** The company somebody acts for; nobody else has one. */
export function ownStartupId({ organisation }: Actor): string {
  if (organisation?.kind !== 'startup') throw new Forbidden()
  return organisation.id
}

/** Verified startups whose label ends on or before this day, the first to end first. */
export async function listEndingLabels(db: Db, until: string, limit: number): Promise<Startup[]> {
  const rows = await db
    .selectFrom('directory.startup')
    .selectAll()
    .where('status', '=', 'verified')
    .where('labelExpiresOn', '<=', until)
    .orderBy('labelExpiresOn')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as Startup[]
}
