/** Reading changes of the association's lists, and the versions that they left. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { ReferenceChange, ReferenceVersion } from './change.schema.ts'
import type { ChangeStatus } from './change.workflow.ts'

export const openStatuses = ['proposed', 'returned', 'approved'] as const

const selectChanges = (db: Db) => db.selectFrom('governance.referenceChange').selectAll()

export async function getChange(db: Db, changeId: string): Promise<ReferenceChange> {
  const row = await selectChanges(db).where('id', '=', changeId).executeTakeFirst()
  return orNotFound(row as ReferenceChange | undefined)
}

/** The change of an entry that is not over yet: there is one at most. */
export async function findOpenChange(
  db: Db,
  listCode: string,
  entryKey: string,
): Promise<ReferenceChange | undefined> {
  const row = await selectChanges(db)
    .where('listCode', '=', listCode)
    .where('entryKey', '=', entryKey)
    .where('status', 'in', openStatuses)
    .executeTakeFirst()
  return row as ReferenceChange | undefined
}

/** Those that wait for somebody or for their day, the oldest first. */
export async function listOpenChanges(db: Db, listCode?: string): Promise<ReferenceChange[]> {
  let changes = selectChanges(db).where('status', 'in', openStatuses)
  if (listCode) changes = changes.where('listCode', '=', listCode)
  return (await changes
    .orderBy('createdAt')
    .orderBy('id')
    .limit(200)
    .execute()) as ReferenceChange[]
}

export async function listChangesOfEntry(
  db: Db,
  listCode: string,
  entryKey: string,
): Promise<ReferenceChange[]> {
  const rows = await selectChanges(db)
    .where('listCode', '=', listCode)
    .where('entryKey', '=', entryKey)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows as ReferenceChange[]
}

/** The newest first. */
export async function listClosedChanges(db: Db, listCode: string): Promise<ReferenceChange[]> {
  const rows = await selectChanges(db)
    .where('listCode', '=', listCode)
    .where('status', 'in', ['applied', 'withdrawn'] satisfies ChangeStatus[])
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows as ReferenceChange[]
}

/** Approved changes whose day has come, in the order in which their days came. */
export async function listDueChanges(
  db: Db,
  today: string,
): Promise<Pick<ReferenceChange, 'id' | 'listCode' | 'takesEffectOn'>[]> {
  return db
    .selectFrom('governance.referenceChange')
    .select(['id', 'listCode', 'takesEffectOn'])
    .where('status', '=', 'approved')
    .where('takesEffectOn', '<=', sql<string>`${today}::date`)
    .orderBy('takesEffectOn')
    .orderBy('id')
    .execute()
}

/** What an entry was, the newest first; nothing while it is as it was delivered. */
export async function listVersionsOf(
  db: Db,
  listCode: string,
  entryKey: string,
): Promise<ReferenceVersion[]> {
  const rows = await db
    .selectFrom('governance.referenceVersion')
    .selectAll()
    .where('listCode', '=', listCode)
    .where('entryKey', '=', entryKey)
    .orderBy('validFrom', sql`desc nulls last`)
    .limit(100)
    .execute()
  return rows as ReferenceVersion[]
}

/** Of each entry that ever changed, the newest version. */
export async function listNewestVersions(db: Db, listCode: string): Promise<ReferenceVersion[]> {
  const rows = await db
    .selectFrom('governance.referenceVersion')
    .selectAll()
    .distinctOn('entryKey')
    .where('listCode', '=', listCode)
    .orderBy('entryKey')
    .orderBy('validFrom', sql`desc nulls last`)
    .execute()
  return rows as ReferenceVersion[]
}
