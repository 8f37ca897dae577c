/** Reading what both sides wrote along the way: risks, incidents, decisions, messages, indicators, evaluations. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Evaluation, Indicator, ProjectEntry } from './project.schema.ts'

export async function listEntries(
  db: Db,
  projectId: string,
  kinds: readonly ProjectEntry['kind'][],
): Promise<ProjectEntry[]> {
  const rows = await db
    .selectFrom('collaboration.projectEntry')
    .selectAll()
    .where('projectId', '=', projectId)
    .where('kind', 'in', [...kinds])
    .orderBy('writtenAt')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows as ProjectEntry[]
}

export async function getEntry(db: Db, entryId: string): Promise<ProjectEntry> {
  const row = await db
    .selectFrom('collaboration.projectEntry')
    .selectAll()
    .where('id', '=', entryId)
    .executeTakeFirst()
  return orNotFound(row as ProjectEntry | undefined)
}

export function listIndicators(db: Db, projectId: string): Promise<Indicator[]> {
  return db
    .selectFrom('collaboration.projectIndicator')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('position')
    .execute()
}

export function listEvaluations(db: Db, projectId: string): Promise<Evaluation[]> {
  return db
    .selectFrom('collaboration.projectEvaluation')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('writtenAt')
    .execute()
}
