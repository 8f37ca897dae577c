/** Reading files for formal tenders: one whole, a commune's, those of a need, and the handed-over ones for everybody. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { FullTender, Tender } from './tender.schema.ts'

export async function getTender(db: Db, tenderId: string): Promise<Tender> {
  const row = await selectTenders(db).where('id', '=', tenderId).executeTakeFirst()
  return orNotFound(row as Tender | undefined)
}

export async function getFullTender(db: Db, tenderId: string): Promise<FullTender> {
  return addParts(db, await getTender(db, tenderId))
}

export async function getFullTenderByReference(db: Db, reference: string): Promise<FullTender> {
  const row = await selectTenders(db)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return addParts(db, orNotFound(row as Tender | undefined))
}

async function addParts(db: Db, tender: Tender): Promise<FullTender> {
  const lots = await db
    .selectFrom('collaboration.tenderLot')
    .selectAll()
    .where('tenderId', '=', tender.id)
    .orderBy('position')
    .execute()
  const criteria = await db
    .selectFrom('collaboration.tenderCriterion')
    .selectAll()
    .where('tenderId', '=', tender.id)
    .orderBy('position')
    .execute()
  return { tender, lots, criteria }
}

export async function listCommuneTenders(db: Db, communeId: string): Promise<Tender[]> {
  const rows = await selectTenders(db)
    .where('communeId', '=', communeId)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Tender[]
}

/** Row-level security shows the public those handed over, and the commune its own. */
export async function listTendersOfNeed(db: Db, needId: string): Promise<Tender[]> {
  const rows = await selectTenders(db).where('needId', '=', needId).orderBy('createdAt').execute()
  return rows as Tender[]
}

export type PublicTender = Tender & { readonly handedOverAt: Date }

/** One page, newest first; one row more than `size` tells that there are others. */
export async function listPublicTenders(
  db: Db,
  domain: string | null,
  cursor: PublishedCursor | null,
  size: number,
): Promise<PublicTender[]> {
  let query = selectTenders(db).where('handedOverAt', 'is not', null)
  if (domain) query = query.where(sql<boolean>`domains @> array[${domain}]::text[]`)
  if (cursor)
    query = query.where(
      sql<boolean>`(handed_over_at, id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('handedOverAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as PublicTender[]
}

function selectTenders(db: Db) {
  return db.selectFrom('collaboration.tender').selectAll()
}

/** Handed over before this day, without a result, and nobody reminded. */
export async function listForgottenTenders(db: Db, before: Date): Promise<Tender[]> {
  const rows = await selectTenders(db)
    .where('status', '=', 'handedOver')
    .where('handedOverAt', '<', before)
    .where((row) => row.or([row('remindedAt', 'is', null), row('remindedAt', '<', before)]))
    .orderBy('handedOverAt')
    .limit(500)
    .execute()
  return rows as Tender[]
}
