/** The photo of a report: cleaned before it is kept under the report's name; what was sent is forgotten. */
import { Readable } from 'node:stream'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { discardUpload, readWhole } from '#platform/files/file-records.ts'
import { cleanPhoto } from '#platform/files/photo/clean-photo.rules.ts'
import type { StoredContent } from '#platform/files.ts'
import type { Context, Upload } from '#platform/web.ts'

type Keeping = Pick<Context, 'db' | 'actor' | 'platform'>

/** Null for a file that says it is a photo and is not one. */
export async function storeCleanPhoto(
  { platform: { files } }: Pick<Context, 'platform'>,
  { sha256, mediaType }: Upload,
): Promise<StoredContent | null> {
  const sent = await readWhole(files, sha256).catch((error) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const cleaned = sent && cleanPhoto(sent, mediaType)
  if (!cleaned) return null
  const kept = await files.store(Readable.from([cleaned.bytes]), cleaned.bytes.length)
  return kept.ok ? { ...kept.content, mediaType } : null
}

interface Owner {
  readonly id: string
  readonly communeId: string
}

export async function recordPhoto(
  { db }: Pick<Context, 'db'>,
  { id: reportId, communeId }: Owner,
  { sha256, mediaType, sizeBytes }: StoredContent,
): Promise<void> {
  await db
    .insertInto('services.reportPhoto')
    .values({ reportId, communeId, storedSha256: sha256, mediaType, sizeBytes })
    .execute()
}

/** A photo that had nothing to clean is the one that is kept. */
export async function discardSent(
  context: Keeping,
  sent: Upload,
  kept: StoredContent,
): Promise<void> {
  if (sent.sha256 !== kept.sha256) await discardUpload(context, sent)
}

export interface ReportPhoto {
  readonly sha256: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export function findPhoto(db: Db, reportId: string): Promise<ReportPhoto | undefined> {
  return db
    .selectFrom('services.reportPhoto')
    .select(['storedSha256 as sha256', 'mediaType', 'sizeBytes'])
    .where('reportId', '=', reportId)
    .executeTakeFirst()
}
