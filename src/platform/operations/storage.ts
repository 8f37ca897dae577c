/** How much is kept, and how much room is left. */
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import type { Platform } from '../web.ts'

export interface Storage {
  readonly databaseBytes: number
  readonly files: number
  readonly fileBytes: number
  /** Of the disk that holds the server's folder; null where the files are in an object storage. */
  readonly freeBytes: number | null
}

export async function measureStorage(
  db: Db,
  { dataDirectory, objectStorage }: Platform['config'],
): Promise<Storage> {
  const { rows } = await sql<Omit<Storage, 'freeBytes'>>`
    select pg_database_size(current_database())::float8 as "databaseBytes", count(*)::int as files,
      coalesce(sum(size_bytes), 0)::float8 as "fileBytes"
    from platform.file`.execute(db)
  const disk = objectStorage ? null : await statfs(dataDirectory).catch(() => null)
  const [measured = { databaseBytes: 0, files: 0, fileBytes: 0 }] = rows
  return { ...measured, freeBytes: disk && disk.bavail * disk.bsize }
}
