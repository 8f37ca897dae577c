/** Reading the versions of the charter and their points. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Charter, CharterPoint, CharterVersion } from './charter.schema.ts'
import type { CharterStatus } from './charter.workflow.ts'

/** The version that new projects are opened with. */
export async function getCharterInForce(db: Db): Promise<Charter> {
  return withPoints(db, orNotFound(await findVersionAt(db, 'published')))
}

export async function getCharterByNumber(db: Db, number: number): Promise<Charter> {
  const row = await selectVersions(db).where('number', '=', number).executeTakeFirst()
  return withPoints(db, orNotFound(row as CharterVersion | undefined))
}

export async function getCharter(db: Db, versionId: string): Promise<Charter> {
  const row = await selectVersions(db).where('id', '=', versionId).executeTakeFirst()
  return withPoints(db, orNotFound(row as CharterVersion | undefined))
}

/** Those that were published, the newest first. */
export async function listPublishedVersions(db: Db): Promise<CharterVersion[]> {
  const rows = await selectVersions(db)
    .where('status', '<>', 'draft')
    .orderBy('number', 'desc')
    .limit(50)
    .execute()
  return rows as CharterVersion[]
}

function selectVersions(db: Db) {
  return db.selectFrom('collaboration.charterVersion').selectAll()
}

async function findVersionAt(db: Db, status: CharterStatus): Promise<CharterVersion | undefined> {
  const row = await selectVersions(db).where('status', '=', status).executeTakeFirst()
  return row as CharterVersion | undefined
}

async function withPoints(db: Db, version: CharterVersion): Promise<Charter> {
  return { version, points: await listPoints(db, version.id) }
}

function listPoints(db: Db, versionId: string): Promise<CharterPoint[]> {
  return db
    .selectFrom('collaboration.charterPoint')
    .selectAll()
    .where('charterVersionId', '=', versionId)
    .orderBy('position')
    .orderBy('key')
    .execute()
}
