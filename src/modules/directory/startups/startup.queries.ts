/** Reading startups: one, its history, and those whose label needs watching. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
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

export interface FileEvent {
  readonly step: string
  readonly reason: string | null
  readonly actorId: string | null
  readonly organisationId: string | null
  readonly occurredAt: Date
}

/** What happened to the company's file, the latest first. */
export async function listStartupEvents(db: Db, startupId: string): Promise<FileEvent[]> {
  return db
    .selectFrom('directory.startupEvent')
    .select(['step', 'reason', 'actorId', 'organisationId', 'occurredAt'])
    .where('startupId', '=', startupId)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
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
