/** Reading the framework: the version in force, one by its number, all of them. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Clause, FrameworkVersion, FullFramework } from './framework.schema.ts'

export async function listVersions(db: Db): Promise<FrameworkVersion[]> {
  const rows = await db
    .selectFrom('collaboration.frameworkVersion')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows as FrameworkVersion[]
}

export async function findVersionInForce(db: Db): Promise<FrameworkVersion | undefined> {
  const row = await db
    .selectFrom('collaboration.frameworkVersion')
    .selectAll()
    .where('status', '=', 'published')
    .executeTakeFirst()
  return row as FrameworkVersion | undefined
}

export async function getFrameworkInForce(db: Db): Promise<FullFramework> {
  return addClauses(db, orNotFound(await findVersionInForce(db)))
}

export async function getFramework(db: Db, versionId: string): Promise<FullFramework> {
  const row = await db
    .selectFrom('collaboration.frameworkVersion')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirst()
  return addClauses(db, orNotFound(row as FrameworkVersion | undefined))
}

export async function getFrameworkByNumber(db: Db, number: number): Promise<FullFramework> {
  const row = await db
    .selectFrom('collaboration.frameworkVersion')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return addClauses(db, orNotFound(row as FrameworkVersion | undefined))
}

async function addClauses(db: Db, version: FrameworkVersion): Promise<FullFramework> {
  const clauses = await db
    .selectFrom('collaboration.frameworkClause')
    .selectAll()
    .where('frameworkVersionId', '=', version.id)
    .orderBy('position')
    .execute()
  return { version, clauses: clauses as Clause[] }
}
