/** Reading procedures, their draft and their published revisions. Row-level security hides drafts from all but their commune. */
import { sql } from 'kysely'
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

export interface OwnProcedure extends Procedure {
  /** As the draft says it now. */
  readonly title: string
}

/** The procedures of a commune as its people see them, the last changed first. */
export async function listOwn(db: Db, communeId: string): Promise<OwnProcedure[]> {
  const rows = await db
    .selectFrom('services.procedure as procedure')
    .innerJoin('services.procedureDraft as draft', 'draft.procedureId', 'procedure.id')
    .selectAll('procedure')
    .select(sql<string>`draft.definition ->> 'title'`.as('title'))
    .where('procedure.communeId', '=', communeId)
    .orderBy('procedure.updatedAt', 'desc')
    .orderBy('procedure.id')
    .execute()
  return rows as OwnProcedure[]
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
