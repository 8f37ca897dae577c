/** Reading procedures, their draft and their published revisions. Row-level security hides drafts from all but their commune. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Procedure } from './procedure.lifecycle.ts'
import type { Definition } from './procedure.types.ts'

export async function getProcedure(db: Db, id: string): Promise<Procedure> {
  const row = await selectProcedures(db).where('id', '=', id).executeTakeFirst()
  return orNotFound(row as Procedure | undefined)
}

export async function listProceduresOfCommune(db: Db, communeId: string): Promise<Procedure[]> {
  const rows = await selectProcedures(db)
    .where('communeId', '=', communeId)
    .orderBy('serviceCode')
    .execute()
  return rows as Procedure[]
}

function selectProcedures(db: Db) {
  return db.selectFrom('services.procedure').selectAll()
}

export interface Draft {
  readonly definition: Definition
  readonly version: number
}

export async function getDraft(db: Db, procedureId: string): Promise<Draft> {
  const row = await db
    .selectFrom('services.procedureDraft')
    .select(['definition', 'version'])
    .where('procedureId', '=', procedureId)
    .executeTakeFirst()
  return orNotFound(row as unknown as Draft | undefined)
}

/** A request keeps the number it was begun under: later revisions change nothing for it. */
export async function getRevision(
  db: Db,
  procedureId: string,
  number: number,
): Promise<Definition> {
  const row = await db
    .selectFrom('services.procedureRevision')
    .select('definition')
    .where('procedureId', '=', procedureId)
    .where('number', '=', number)
    .executeTakeFirst()
  return orNotFound(row as { definition: unknown } | undefined).definition as Definition
}
