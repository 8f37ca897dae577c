/** The documents and screenshots of solutions. */
import type { Db } from '#platform/database.ts'
import { listFiles } from '#platform/files/file-records.ts'
import type { SolutionFile } from './solution.schema.ts'

/** In the order their owner chose. */
export async function listSolutionFiles(db: Db, solutionId: string): Promise<SolutionFile[]> {
  const rows = await db
    .selectFrom('directory.solutionFile')
    .select(['fileId', 'kind', 'caption', 'position'])
    .where('solutionId', '=', solutionId)
    .orderBy('position')
    .execute()
  const ids = rows.map((row) => row.fileId)
  const records = new Map((await listFiles(db, ids)).map((record) => [record.id, record]))
  return rows.flatMap((row) => {
    const record = records.get(row.fileId)
    if (!record) return []
    const { name, mediaType, sizeBytes } = record
    return [{ ...row, kind: row.kind as SolutionFile['kind'], name, mediaType, sizeBytes }]
  })
}

/** Whose files they are, and whether everybody may read them: both the solution and its startup must be verified. */
export async function listFilesToShare(
  db: Db,
  owner: { solutionId: string } | { startupId: string },
): Promise<{ fileId: string; isPublic: boolean }[]> {
  const query = db
    .selectFrom('directory.solutionFile as file')
    .innerJoin('directory.solution as solution', 'solution.id', 'file.solutionId')
    .innerJoin('directory.startup as startup', 'startup.id', 'solution.startupId')
    .select(['file.fileId', 'solution.status', 'startup.status as startupStatus'])
  const rows =
    'solutionId' in owner
      ? await query.where('solution.id', '=', owner.solutionId).execute()
      : await query.where('startup.id', '=', owner.startupId).execute()
  return rows.map(({ fileId, status, startupStatus }) => ({
    fileId,
    isPublic: status === 'verified' && startupStatus === 'verified',
  }))
}
