/** A commune as the one in whose name a paper is issued. */
import type { Db } from '#platform/database.ts'
import type { Issuer } from '#platform/documents.ts'
import { findEmblem } from '../emblems/emblem.queries.ts'

export async function getCommuneIssuer(db: Db, communeId: string): Promise<Issuer> {
  const { name, department } = await db
    .selectFrom('directory.commune as commune')
    .innerJoin('directory.department as department', 'department.code', 'commune.departmentCode')
    .select(['commune.name', 'department.name as department'])
    .where('commune.id', '=', communeId)
    .executeTakeFirstOrThrow()
  const emblem = await findEmblem(db, communeId)
  return { kind: 'commune', name, department, ...(emblem && { emblem }) }
}
