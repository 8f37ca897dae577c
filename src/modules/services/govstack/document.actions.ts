/** Files that a system sends before the request they belong to: its commune's alone, and forgotten when nothing came of them. */

import { getOrganisationId, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId, isId } from '#platform/id.ts'
import type { Context, Platform, Upload } from '#platform/web.ts'
import type { AnswerFile } from '../procedures/procedure.types.ts'

const keptDays = 7

export async function recordDocument(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { name, sha256, sizeBytes, mediaType }: Upload,
): Promise<string> {
  const id = createId(now.getTime())
  await db
    .insertInto('services.depositedDocument')
    .values({
      ...{ id, communeId: getOrganisationId(actor), name, storedSha256: sha256 },
      ...{ sizeBytes, mediaType, createdAt: now },
    })
    .execute()
  return id
}

/** Of the names given, those that are documents of this commune. */
export async function listDocuments(
  db: Db,
  names: readonly string[],
): Promise<Map<string, AnswerFile>> {
  const ids = [...new Set(names.filter(isId))].slice(0, 200)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('services.depositedDocument')
    .select(['id', 'name', 'storedSha256 as sha256', 'sizeBytes', 'mediaType'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...file }) => [id, file]))
}

/** What came of a request is its own by now; the bytes of the rest are queued to be erased. */
export async function forgetDocuments({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  const before = addDays(now, -keptDays)
  await writeAs(db, system, (own) =>
    own.deleteFrom('services.depositedDocument').where('createdAt', '<', before).execute(),
  )
}
