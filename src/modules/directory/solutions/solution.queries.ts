/** Reading solutions as those who prepare or verify them see them. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { FileEvent } from '../startups/startup.queries.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'

export async function getSolution(db: Db, solutionId: string): Promise<Solution> {
  const row = await db
    .selectFrom('directory.solution')
    .selectAll()
    .where('id', '=', solutionId)
    .executeTakeFirst()
  return orNotFound(row as Solution | undefined)
}

/** Every solution of a startup, whatever its status, the last edited first. */
export async function listStartupSolutions(db: Db, startupId: string): Promise<Solution[]> {
  const rows = await db
    .selectFrom('directory.solution')
    .selectAll()
    .where('startupId', '=', startupId)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Solution[]
}

/** What happened to the solution's file, the latest first. */
export async function listSolutionEvents(db: Db, solutionId: string): Promise<FileEvent[]> {
  return db
    .selectFrom('directory.solutionEvent')
    .select(['step', 'reason', 'actorId', 'organisationId', 'occurredAt'])
    .where('solutionId', '=', solutionId)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
