/** The history of the files under verification, the latest line first. */
import type { Db } from '#platform/database.ts'

export interface FileEvent {
  readonly step: string
  readonly reason: string | null
  readonly actorId: string | null
  readonly organisationId: string | null
  readonly occurredAt: Date
}

const longest = 100

export async function listStartupEvents(db: Db, startupId: string): Promise<FileEvent[]> {
  return db
    .selectFrom('directory.startupEvent')
    .select(['step', 'reason', 'actorId', 'organisationId', 'occurredAt'])
    .where('startupId', '=', startupId)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(longest)
    .execute()
}

export async function listSolutionEvents(db: Db, solutionId: string): Promise<FileEvent[]> {
  return db
    .selectFrom('directory.solutionEvent')
    .select(['step', 'reason', 'actorId', 'organisationId', 'occurredAt'])
    .where('solutionId', '=', solutionId)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(longest)
    .execute()
}
