/** Reading solutions as those who prepare or verify them see them. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { listSolutionFiles } from './solution-file.queries.ts'

export async function getSolution(db: Db, solutionId: string): Promise<Solution> {
  const row = await db
    .selectFrom('directory.solution')
    .selectAll()
    .where('id', '=', solutionId)
    .executeTakeFirst()
  return orNotFound(row as Solution | undefined)
}

/** As far as whoever asks may see it. */
export async function findSolutionBySlug(db: Db, slug: string): Promise<Solution | undefined> {
  const row = await db
    .selectFrom('directory.solution')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row as Solution | undefined
}

export interface SolutionWithFiles {
  readonly solution: Solution
  readonly files: readonly SolutionFile[]
}

export async function getWithFiles(db: Db, solutionId: string): Promise<SolutionWithFiles> {
  const solution = await getSolution(db, solutionId)
  return { solution, files: await listSolutionFiles(db, solutionId) }
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
