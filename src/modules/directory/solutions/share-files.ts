/** Files follow what they belong to: public while both the solution and its startup are verified, private otherwise. */
import type { Db } from '#platform/database.ts'
import { setFilesPublic } from '#platform/files/file-records.ts'
import { listFilesToShare } from './solution-file.queries.ts'

export async function shareFiles(
  db: Db,
  owner: { solutionId: string } | { startupId: string },
): Promise<void> {
  const files = await listFilesToShare(db, owner)
  for (const isPublic of [true, false]) {
    const ids = files.filter((file) => file.isPublic === isPublic).map((file) => file.fileId)
    if (ids.length > 0) await setFilesPublic(db, ids, isPublic)
  }
}
