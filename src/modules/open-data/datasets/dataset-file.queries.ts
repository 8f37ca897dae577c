/** The files as they were last written. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import type { TableFormat } from '#platform/tables/write-published.ts'

export type DatasetFile = Omit<Selectable<Tables['opendata.datasetFile']>, 'format'> & {
  readonly format: TableFormat
}

export async function findFile(
  db: Db,
  dataset: string,
  format: TableFormat,
): Promise<DatasetFile | undefined> {
  const row = await db
    .selectFrom('opendata.datasetFile')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('format', '=', format)
    .executeTakeFirst()
  return row as DatasetFile | undefined
}

/** Whether these bytes are still a file of some dataset, or were until its last change. */
export async function isWritten(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('opendata.datasetFile')
    .select('dataset')
    .where((on) => on.or([on('sha256', '=', sha256), on('previousSha256', '=', sha256)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of every dataset: a few dozen rows. */
export async function listFiles(db: Db): Promise<DatasetFile[]> {
  const rows = await db
    .selectFrom('opendata.datasetFile')
    .selectAll()
    .orderBy('dataset')
    .orderBy('format')
    .execute()
  return rows as DatasetFile[]
}
