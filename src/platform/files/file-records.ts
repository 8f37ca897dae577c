/** Whose a stored file is, and who may see it. Row-level security decides what `findFile` finds. */
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { asSystem, type Db } from '../database.ts'
import { createId } from '../id.ts'
import type { Platform, Upload } from '../web.ts'

interface Ownership {
  readonly organisationId: string
  readonly isPublic: boolean
  readonly createdBy: string | null
}

/** Returns the identifier under which the file can be asked for. */
export async function recordFile(
  db: Db,
  { name, sha256, sizeBytes, mediaType }: Upload,
  ownership: Ownership,
  now: Date,
): Promise<string> {
  const id = createId(now.getTime())
  await db
    .insertInto('platform.file')
    .values({ id, name, sha256, sizeBytes, mediaType, ...ownership, createdAt: now })
    .execute()
  return id
}

export interface FileRecord {
  readonly id: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly name: string
  readonly isPublic: boolean
}

export function findFile(db: Db, fileId: string): Promise<FileRecord | undefined> {
  return db
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'sizeBytes', 'mediaType', 'name', 'isPublic'])
    .where('id', '=', fileId)
    .executeTakeFirst()
}

/** The records of these files that the actor may see, in no order. */
export async function listFiles(db: Db, fileIds: readonly string[]): Promise<FileRecord[]> {
  if (fileIds.length === 0) return []
  return db
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'sizeBytes', 'mediaType', 'name', 'isPublic'])
    .where('id', 'in', [...fileIds])
    .execute()
}

/** Public files follow their object: shown while it is public, private again when it no longer is. */
export async function setFilesPublic(
  db: Db,
  fileIds: readonly string[],
  isPublic: boolean,
): Promise<void> {
  if (fileIds.length === 0) return
  await db
    .updateTable('platform.file')
    .set({ isPublic })
    .where('id', 'in', [...fileIds])
    .execute()
}

/** Forgets uploaded bytes that no record refers to: those of a file kept encrypted instead. */
export async function discardUpload(
  context: { readonly db: Db; readonly actor: Actor; readonly platform: Pick<Platform, 'files'> },
  { sha256 }: Pick<Upload, 'sha256'>,
): Promise<void> {
  const held = await asSystem(context, () => listHeld(context.db, [sha256]))
  if (!held.has(sha256)) await context.platform.files.remove(sha256)
}

/** Of these contents, those that a row somewhere refers to. */
export async function listHeld(db: Db, contents: readonly string[]): Promise<ReadonlySet<string>> {
  if (contents.length === 0) return new Set()
  const { rows: holders } = await sql<Holder>`${sql.raw(listHolders)}`.execute(db)
  const queries = holders.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} as sha256 from ${sql.table(table)} where ${sql.ref(column)} = any(${[...contents]}::text[])`,
  )
  const { rows } = await sql<{ sha256: string }>`${sql.join(queries, sql` union `)}`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256))
}

export interface Holder {
  readonly table: string
  readonly column: string
}

/** The tables that keep contents of the store: the platform's own, and those of modules that name the column « stored_sha256 ». */
export const listHolders = `
  select table_schema || '.' || table_name as "table", column_name as "column" from information_schema.columns
  where column_name = 'stored_sha256' or (column_name = 'sha256' and table_schema = 'platform')
  order by 1`

/** The whole of a stored file, for one small enough to be kept in memory. */
export async function readWhole(files: Platform['files'], sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await files.open(sha256)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
