/** A file that comes piece by piece: each is written when it comes, and the next begins where the last one ended. */

import { Readable } from 'node:stream'
import { addDays } from '#platform/days.rules.ts'
import type { Db } from '../database.ts'
import { Conflict, orNotFound } from '../errors.ts'
import { createId } from '../id.ts'
import { cleanFileName, maxFileBytes, sealUpload } from '../web/uploads.ts'
import type { Context, Platform } from '../web.ts'

export interface ResumedUpload {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  readonly receivedBytes: number
  readonly kept: string | null
}

/** A piece is small enough for a slow line, and for the memory of a small machine. */
export const mostPieceBytes = 262_144
/** Of one person, unfinished. */
const mostUploads = 20
const keptDays = 1

export async function beginUpload(
  { db, now }: Pick<Context, 'db' | 'now'>,
  personId: string,
  { name, sizeBytes }: Pick<ResumedUpload, 'name' | 'sizeBytes'>,
): Promise<string> {
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > maxFileBytes)
    throw new Conflict('Ce fichier est vide ou trop lourd.')
  const { count } = await db
    .selectFrom('platform.upload')
    .select((one) => one.fn.countAll<string>().as('count'))
    .where('personId', '=', personId)
    .where('kept', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostUploads) throw new Conflict('Trop de fichiers sont en cours d’envoi.')
  const id = createId(now.getTime())
  await db
    .insertInto('platform.upload')
    .values({ id, personId, name: cleanFileName(name), sizeBytes, startedAt: now })
    .execute()
  return id
}

export async function getUpload(db: Db, id: string): Promise<ResumedUpload> {
  const found = await db
    .selectFrom('platform.upload')
    .select(['id', 'name', 'sizeBytes', 'receivedBytes', 'kept'])
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(found)
}

/** How many bytes are there now: more than `from` when the piece had come already, whose answer was lost. */
export async function receivePiece(
  db: Db,
  personId: string,
  id: string,
  { from, bytes }: { readonly from: number; readonly bytes: Buffer },
): Promise<number> {
  const { receivedBytes, sizeBytes } = orNotFound(
    await db
      .selectFrom('platform.upload')
      .select(['receivedBytes', 'sizeBytes'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  const received = receivedBytes + bytes.length
  if (from !== receivedBytes) return receivedBytes
  if (bytes.length === 0 || bytes.length > mostPieceBytes || received > sizeBytes)
    throw new Conflict('Ce morceau n’est pas de ce fichier.')
  await db
    .insertInto('platform.uploadPiece')
    .values({ uploadId: id, personId, fromByte: from, bytes })
    .execute()
  await db
    .updateTable('platform.upload')
    .set({ receivedBytes: received })
    .where('id', '=', id)
    .execute()
  return received
}

/** Puts the pieces together, once: what the form is to carry in place of the file. */
export async function finishUpload(
  db: Db,
  platform: Pick<Platform, 'files' | 'secret'>,
  { id, name, sizeBytes, receivedBytes, kept }: ResumedUpload,
): Promise<string> {
  if (kept !== null) return kept
  if (receivedBytes < sizeBytes) throw new Conflict('Ce fichier n’est pas encore entier.')
  const outcome = await platform.files.store(Readable.from(readPieces(db, id)), maxFileBytes)
  if (!outcome.ok) throw new Conflict('Ce fichier est vide ou trop lourd.')
  const sealed = sealUpload({ name, ...outcome.content }, platform.secret)
  await db.updateTable('platform.upload').set({ kept: sealed }).where('id', '=', id).execute()
  await db.deleteFrom('platform.uploadPiece').where('uploadId', '=', id).execute()
  return sealed
}

/** One piece in memory at a time. */
async function* readPieces(db: Db, uploadId: string): AsyncGenerator<Buffer> {
  let from = 0
  for (;;) {
    const piece = await db
      .selectFrom('platform.uploadPiece')
      .select('bytes')
      .where('uploadId', '=', uploadId)
      .where('fromByte', '=', from)
      .executeTakeFirst()
    if (!piece) return
    yield piece.bytes
    from += piece.bytes.length
  }
}

/** Those that were left a day ago. */
export async function forgetUploads(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('platform.upload').where('startedAt', '<', addDays(now, -keptDays)).execute()
}
